import type { z } from 'zod';
import type { ResolvedConfiguration } from '../config/resolve';
import { resolvedType } from '../config/resolvedType';
import { encodeFile, loadDataset } from '../data/load';
import { preprocessingType } from '../data/preprocessingType';
import { DataError, type Dataset, type Part, type Preprocessing, type Split } from '../data/types';
import type { LossName } from '../engine/losses';
import { initNetwork, type Network } from '../engine/network';
import { Random } from '../engine/random';
import type { Platform } from '../platform/types';
import { reasonOf } from '../reason';
import type { RunRecord } from '../runs/record';
import { fileNames, readRecord } from '../runs/runFolder';
import { dataSource } from './dataSource';
import { checkLoss } from './lossOptions';
import { checkModelMemory } from './memory';
import { architectureOf } from './prepare';
import { Rejection } from './rejection';
import { restoreBest, restoreEpoch } from './storedWeights';

/** A trained model with the mapping that its inputs need. */
export interface Model {
  readonly runFolder: string;
  readonly epoch: number;
  readonly network: Network;
  readonly preprocessing: Preprocessing;
  readonly loss: LossName;
  /** What trained it: its losses come out as they were recorded. */
  readonly kernel: string;
}

export interface StoredRun extends Model {
  readonly record: RunRecord;
  readonly configuration: ResolvedConfiguration;
}

/** @param epoch whose weights the run has kept; null is the best one, or the last where none was the best */
export async function openStoredRun(
  platform: Platform,
  folder: string,
  epoch: number | null = null,
): Promise<StoredRun> {
  const run = await openRunFolder(platform, folder);
  const restored = await (epoch === null
    ? restoreBest(platform, folder, run.network)
    : restoreEpoch(platform, folder, run.record, epoch, run.network));
  return { ...run, epoch: restored };
}

/** What a run folder says about its model, with weights that still have to be put in. */
export async function openRunFolder(platform: Platform, folder: string): Promise<Omit<StoredRun, 'epoch'>> {
  const path = platform.paths.join(folder, fileNames.record);
  const record = await readRecord(platform, folder).catch(error => {
    throw new Rejection('damaged-run', `${path} cannot be read: ${reasonOf(error)}.`);
  });
  const { configuration, preprocessing } = mappingOf(record, path);
  const { loss } = configuration.training;
  const architecture = await asRejection(async () => {
    checkLoss(loss, preprocessing.target);
    const shapes = architectureOf(configuration, { preprocessing });
    checkModelMemory(platform, shapes);
    return shapes;
  });
  const network = initNetwork(architecture, Random.seeded(0));
  const { kernel } = record.engine;
  return { runFolder: folder, record, configuration, network, preprocessing, loss, kernel };
}

/**
 * What a record says about the way from the data to the model.
 * @param path of the record, for messages
 */
export function mappingOf(record: RunRecord, path: string) {
  const configuration = checked(resolvedType, record, 'configuration', path);
  const preprocessing = checked(preprocessingType, record, 'preprocessing', path);
  const { task, target } = preprocessing;
  const classes = target.kind === 'classes' ? target.classes : [];
  // Views name classes by the record, and questions by the mapping.
  const isSame = (names: readonly string[]) =>
    names.length === classes.length && names.every((name, c) => name === classes[c]);
  const key = record.task !== task ? 'task' : isSame(record.classNames) ? null : 'classNames';
  if (key)
    throw new Rejection('damaged-run', `${path} has no valid ${key}: it says otherwise than preprocessing.`);
  return { configuration, preprocessing };
}

/** Any program may write a run folder. */
function checked<T>(type: z.ZodType<T>, record: RunRecord, key: keyof RunRecord & string, path: string): T {
  const { data, error } = type.safeParse(record[key]);
  if (!error) return data;
  const [{ path: place, message }] = error.issues as [z.core.$ZodIssue];
  throw new Rejection('damaged-run', `${path} has no valid ${[key, ...place].join('.')}: ${message}.`);
}

/** The parts that the run was trained with; refused when the files say something else by now. */
export async function reloadDataset(
  platform: Platform,
  folder: string,
  { record, configuration, preprocessing }: StoredRun,
  allowedFolder: string | null,
): Promise<Dataset> {
  const source = dataSource(
    platform,
    folderOfData(platform, folder, record),
    allowedFolder,
    configuration.data,
  );
  const { seed } = configuration.training;
  const dataset = await asRejection(() => loadDataset(configuration.data, seed, source, preprocessing));
  if (dataset.fingerprint === record.data.fingerprint) return dataset;
  throw new Rejection('data-changed', 'The data has changed since this run. Train again to see its samples.');
}

/** Another file, mapped as the run's own data was. */
export function readPart(
  platform: Platform,
  path: string,
  { configuration, preprocessing }: StoredRun,
  allowedFolder: string | null,
): Promise<Part> {
  const source = dataSource(platform, platform.paths.dirname(path), allowedFolder, { path });
  const origin = { key: 'data.path', path } as const;
  return asRejection(() => encodeFile(origin, preprocessing, configuration.data.missing, source));
}

export function partOf(dataset: Pick<Dataset, Split>, split: Split): Part {
  const part = dataset[split];
  if (part) return part;
  throw new Rejection('no-split', `This run has no ${split} part.`);
}

const folderOfData = ({ paths }: Platform, folder: string, record: RunRecord) =>
  paths.resolve(folder, record.configurationFolder);

/** A fault in the data is one that a person must mend. */
async function asRejection<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw error instanceof DataError ? new Rejection(error.code, error.message) : error;
  }
}
