import type { ProcessIdentity } from '../platform/types';
import { reasonOf } from '../reason';
import type { RunSummary } from './record';
import { readRecord, type Storage, statusOf, summarise } from './runFolder';

export interface RunList {
  /** The newest first. */
  readonly runs: readonly RunSummary[];
  /** Folders that hold no readable run, each with the reason. */
  readonly unreadable: readonly { readonly folder: string; readonly reason: string }[];
}

/** Every run in a `runs` folder; one that cannot be read does not hide the others. */
export async function listRuns(
  storage: Storage,
  runsFolder: string,
  isAlive: (process: ProcessIdentity) => boolean,
): Promise<RunList> {
  const runs: RunSummary[] = [];
  const unreadable: { folder: string; reason: string }[] = [];
  for (const name of await storage.files.list(runsFolder)) {
    const folder = storage.paths.join(runsFolder, name);
    try {
      const record = await readRecord(storage, folder);
      runs.push(summarise(storage, { ...record, status: statusOf(record, isAlive) }, folder));
    } catch (error) {
      unreadable.push({ folder, reason: reasonOf(error) });
    }
  }
  return { runs: runs.reverse(), unreadable };
}
