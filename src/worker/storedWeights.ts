import type { Network } from '../engine/network';
import type { Platform } from '../platform/types';
import { reasonOf } from '../reason';
import { restoreWeights } from '../runs/checkpoint';
import { checkpointPath, listCheckpoints } from '../runs/checkpointFiles';
import type { RunRecord } from '../runs/record';
import { recordedEpochs } from '../runs/recordedEpochs';
import { fileNames } from '../runs/runFolder';
import { Rejection } from './rejection';

/** What `restore` makes of a checkpoint; one that is damaged is refused by its name. */
export async function readWeights<T>(
  { files }: Platform,
  path: string,
  restore: (bytes: Uint8Array) => T,
): Promise<T> {
  try {
    return restore(await files.read(path));
  } catch (error) {
    throw new Rejection('damaged-weights', `${path} cannot be read: ${reasonOf(error)}.`);
  }
}

/** Weights of the best epoch, or of the last one where none was the best, into the network; returns the epoch. */
export async function restoreBest(platform: Platform, folder: string, network: Network): Promise<number> {
  const { files, paths } = platform;
  for (const name of [fileNames.best, fileNames.last]) {
    const path = paths.join(folder, name);
    if (await files.status(path)) return readWeights(platform, path, bytes => restoreWeights(bytes, network));
  }
  throw new Rejection(
    'no-weights',
    `${folder} holds neither ${fileNames.best} nor ${fileNames.last}: no weights of this run were kept.`,
  );
}

/** Epochs that a message names. */
const maxNamed = 20;

/** Weights of one recorded epoch into the network; one that is not recorded is refused, with those that are. */
export async function restoreEpoch(
  platform: Platform,
  folder: string,
  record: RunRecord,
  epoch: number,
  network: Network,
): Promise<number> {
  const { files, paths } = platform;
  const restore = (path: string) => readWeights(platform, path, bytes => restoreWeights(bytes, network));
  const checkpoints = await listCheckpoints(platform, folder);
  if (checkpoints.includes(epoch)) {
    await restore(checkpointPath(platform, folder, epoch));
    return epoch;
  }
  // A run that still trains may have found a better epoch than the record says; one that was stopped may have ended within one.
  for (const name of [fileNames.best, ...(record.status === 'finished' ? [fileNames.last] : [])]) {
    const path = paths.join(folder, name);
    if ((await files.status(path)) && (await restore(path)) === epoch) return epoch;
  }
  throw notRecorded(epoch, recordedEpochs({ ...record, checkpoints }));
}

function notRecorded(epoch: number, recorded: readonly number[]): Rejection {
  const message = `The weights of epoch ${epoch} were not recorded.`;
  if (recorded.length === 0)
    return new Rejection('epoch-not-recorded', `${message} This run has recorded those of no epoch yet.`);
  const nearest = recorded.toSorted((a, b) => Math.abs(a - epoch) - Math.abs(b - epoch)).slice(0, maxNamed);
  const which = nearest.length < recorded.length ? 'The nearest that were are' : 'Those that were are';
  const list = nearest.sort((a, b) => a - b).join(', ');
  return new Rejection('epoch-not-recorded', `${message} ${which} ${list}.`);
}
