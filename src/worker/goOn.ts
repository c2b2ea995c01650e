import type { TrainingState } from '../engine/trainingState';
import type { Platform } from '../platform/types';
import { carriedOn } from '../runs/adjustments';
import { restoreState } from '../runs/checkpoint';
import { keepCheckpoints } from '../runs/checkpointFiles';
import { differingKeys } from '../runs/compare';
import { formatVersion, isLive, type RunRecord, resultOf } from '../runs/record';
import { fileNames, readRecord, rewindMetrics, statusOf, writeRecord } from '../runs/runFolder';
import { rewindSampleLosses, sampleLossStride } from '../runs/sampleLosses';
import type { Prepared } from './prepare';
import type { RecordingPlan } from './recordingPlan';
import { Rejection } from './rejection';
import { mappingOf } from './storedRun';
import { readWeights } from './storedWeights';

/** The record of a run that is to go on; refused where two would write to one folder. */
export async function readEarlier(platform: Platform, folder: string): Promise<RunRecord> {
  const record = await readRecord(platform, folder);
  if (isLive(statusOf(record, platform.process.isAlive)))
    throw new Rejection(
      'run-live',
      `${folder} is being trained by process ${record.process?.id}. Stop it first.`,
    );
  if (record.formatVersion > formatVersion)
    throw new Rejection(
      'run-newer',
      `${folder} was written by a newer version of Descent, which alone can go on.`,
    );
  return record;
}

/** Keys that decide the samples, their order, the shapes or what is best: with others, the stored state means nothing. */
const fixedKeys = /^(data|model)\.|^training\.(seed|optimizer|loss|batch_size|shuffle)$/;

/**
 * Refuses data and configuration that are not those of the run that is to go on.
 * @param path of its record, for messages
 */
export function refuseAnotherRun(earlier: RunRecord, { dataset, configuration }: Prepared, path: string) {
  if (earlier.data.fingerprint !== dataset.fingerprint)
    throw new Rejection('data-changed', 'The data has changed since this run; it cannot go on. Train again.');
  const { configuration: former } = mappingOf(earlier, path);
  const keys = differingKeys([{ ...former }, { ...configuration }]).map(({ key }) => key);
  const changed = keys.filter(key => fixedKeys.test(key));
  if (changed.length > 0)
    throw new Rejection(
      'configuration-changed',
      `This run cannot go on with another ${changed.join(', ')}. Put it back, or train again.`,
    );
}

/** Puts the stored state back and forgets what was recorded after it. */
export async function goOn(
  platform: Platform,
  folder: string,
  state: TrainingState,
  plan: RecordingPlan,
  earlier: RunRecord,
  fresh: RunRecord,
): Promise<RunRecord> {
  const last = platform.paths.join(folder, fileNames.last);
  const adjustments = await readWeights(platform, last, bytes => restoreState(bytes, state));
  const { epoch, step, best } = state.progress;
  const { epochs } = await rewindMetrics(platform, folder, epoch, step);
  const bestMetrics = epochs.find(metrics => metrics.epoch === best?.epoch);
  const stride = await goOnWithSampleLosses(platform, folder, epoch, earlier, fresh);
  const checkpoints = await keepCheckpoints(
    platform,
    folder,
    each => each <= epoch && plan.checkpointEpochs.has(each),
  );
  const { name, startedAt } = earlier;
  return {
    ...fresh,
    ...{ name, startedAt },
    adjustments: carriedOn(adjustments, step, earlier, fresh),
    best: bestMetrics ? resultOf(bestMetrics) : null,
    checkpoints,
    sampleLossStride: stride,
    lastEpoch: epoch,
    elapsedMs: epochs.at(-1)?.elapsedMs ?? 0,
  };
}

/** Rows of sample losses up to the epoch, as far apart as the epochs that are planned now want them; returns how far. */
async function goOnWithSampleLosses(
  platform: Platform,
  folder: string,
  epoch: number,
  earlier: RunRecord,
  { plannedEpochs, data: { nValidation } }: RunRecord,
): Promise<number> {
  const before = earlier.sampleLossStride;
  const after = sampleLossStride(plannedEpochs, nValidation, before);
  await rewindSampleLosses(platform, folder, epoch, nValidation, { before, after });
  // At once: whoever reads the rows must know of which epochs they are.
  if (after !== before) await writeRecord(platform, folder, { ...earlier, sampleLossStride: after });
  return after;
}
