import type { Files, Paths, ProcessIdentity } from '../platform/types';
import { adjustableValues } from './adjustments';
import { decodeMetrics, encodeMetrics, type Metrics } from './metricsFile';
import { formatVersion, isLive, type RunRecord, type RunSummary, runRecord } from './record';
import { recordedEpochs } from './recordedEpochs';
import { isRunId, newRunId } from './runId';

export const fileNames = {
  record: 'run.json',
  metrics: 'metrics.jsonl',
  best: 'best.safetensors',
  last: 'last.safetensors',
  checkpoints: 'checkpoints',
  sampleLosses: 'sample-losses.f32',
} as const;

export interface Storage {
  readonly files: Files;
  readonly paths: Paths;
}

/** `.descent/runs` beside the configuration. */
export const runsFolderOf = ({ paths }: Storage, configurationPath: string) =>
  paths.join(paths.dirname(configurationPath), '.descent', 'runs');

/** Makes an empty folder for a new run; two processes that ask at once get two. */
export async function claimRunFolder(storage: Storage, runsFolder: string, nowMs: number): Promise<string> {
  const { files, paths } = storage;
  await files.makeFolder(runsFolder);
  for (;;) {
    const folder = paths.join(runsFolder, newRunId(await files.list(runsFolder), nowMs));
    if (await files.claimFolder(folder)) return folder;
  }
}

/**
 * The number after that of the latest run before `folder`, which is itself still empty. Runs that began at the same time
 * may have claimed their folders without a record yet: they count too.
 */
export async function nextRunNumber(storage: Storage, folder: string): Promise<number> {
  const runsFolder = storage.paths.dirname(folder);
  const earlier = (await storage.files.list(runsFolder)).filter(id => id < storage.paths.basename(folder));
  let nUnrecorded = 0;
  for (const id of earlier.reverse()) {
    try {
      return (await readRecord(storage, storage.paths.join(runsFolder, id))).number + nUnrecorded + 1;
    } catch {
      if (isRunId(id)) nUnrecorded++;
    }
  }
  return nUnrecorded + 1;
}

/** Reads `run.json`; throws with the reason when it is not there or not a run's. */
export async function readRecord({ files, paths }: Storage, folder: string): Promise<RunRecord> {
  const bytes = await files.read(paths.join(folder, fileNames.record));
  const { data, error } = runRecord.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  if (data) return data;
  const { path, message } = error.issues[0]!;
  const place = path.length > 0 ? path.join('.') : 'record of a run';
  throw new Error(`${fileNames.record} has no valid ${place}: ${message}`);
}

export async function writeRecord({ files, paths }: Storage, folder: string, record: RunRecord) {
  if (record.formatVersion > formatVersion) throw new Error('the run was written by a newer version');
  const text = `${JSON.stringify(record, null, 2)}\n`;
  await files.writeAtomic(paths.join(folder, fileNames.record), new TextEncoder().encode(text));
}

export async function readMetrics({ files, paths }: Storage, folder: string): Promise<Metrics> {
  const path = paths.join(folder, fileNames.metrics);
  if (!(await files.status(path))) return { epochs: [], steps: [] };
  return decodeMetrics(await files.read(path));
}

/** Drops what was recorded after `step`, before a run goes on from there: those records will be made again. */
export async function rewindMetrics(
  storage: Storage,
  folder: string,
  epoch: number,
  step: number,
): Promise<Metrics> {
  const { epochs, steps } = await readMetrics(storage, folder);
  const kept = {
    epochs: epochs.filter(metrics => metrics.epoch <= epoch),
    steps: steps.filter(loss => loss.step <= step),
  };
  const path = storage.paths.join(folder, fileNames.metrics);
  await storage.files.writeAtomic(path, encodeMetrics(kept));
  return kept;
}

/** A live run's process is on this machine and exists; a record that says "running" without one was interrupted. */
export function statusOf(
  record: RunRecord,
  isAlive: (process: ProcessIdentity) => boolean,
): RunRecord['status'] {
  return isLive(record.status) && !(record.process && isAlive(record.process))
    ? 'interrupted'
    : record.status;
}

/** The part of a record that lists and charts need; the folder's name tells a copied run from its original. */
export function summarise({ paths }: Pick<Storage, 'paths'>, record: RunRecord, folder: string): RunSummary {
  const { name, status, startedAt, configurationFile, plannedEpochs, stepsPerEpoch, lastEpoch, elapsedMs } =
    record;
  return {
    ...{
      folder,
      name,
      status,
      startedAt,
      configurationFile,
      plannedEpochs,
      stepsPerEpoch,
      lastEpoch,
      elapsedMs,
    },
    id: paths.basename(folder),
    configurationPath: paths.resolve(folder, paths.join(record.configurationFolder, configurationFile)),
    message: record.message ?? null,
    task: record.task,
    classNames: record.classNames,
    nTrain: record.data.nTrain,
    nValidation: record.data.nValidation,
    nTest: record.data.nTest,
    nParameters: record.nParameters,
    kernel: record.engine.kernel,
    baseline: record.baseline ?? null,
    best: record.best,
    recordedEpochs: recordedEpochs(record),
    adjustments: record.adjustments,
    adjustable: adjustableValues(record),
    lastStep: null,
    readOnly: record.formatVersion > formatVersion,
  };
}
