import type { TrainingState } from '../engine/trainingState';
import type { Platform } from '../platform/types';
import { carriedOn } from '../runs/adjustments';
import { restoreState } from '../runs/checkpoint';
import { differingKeys } from '../runs/compare';
import { formatVersion, isLive, type RunRecord, resultOf } from '../runs/record';
import { fileNames, readRecord, rewindMetrics, statusOf } from '../runs/runFolder';
import type { Prepared } from './prepare';
import { Rejection } from './rejection';
import { mappingOf, readWeights } from './storedRun';

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
  earlier: RunRecord,
  fresh: RunRecord,
): Promise<RunRecord> {
  const { files, paths } = platform;
  const last = paths.join(folder, fileNames.last);
  const adjustments = await readWeights(platform, last, bytes => restoreState(bytes, state));
  const { epoch, step, best } = state.progress;
  const { epochs } = await rewindMetrics(platform, folder, epoch, step);
  const bestMetrics = epochs.find(metrics => metrics.epoch === best?.epoch);
  const losses = paths.join(folder, fileNames.sampleLosses);
  if (await files.status(losses)) await files.truncate(losses, 4 * epoch * fresh.data.nValidation);
  const { name, startedAt } = earlier;
  return {
    ...fresh,
    ...{ name, startedAt },
    adjustments: carriedOn(adjustments, step, earlier, fresh),
    best: bestMetrics ? resultOf(bestMetrics) : null,
    lastEpoch: epoch,
    elapsedMs: epochs.at(-1)?.elapsedMs ?? 0,
  };
}
