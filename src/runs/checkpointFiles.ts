import { fileNames, type Storage } from './runFolder';

const fileName = /^epoch-(0|[1-9]\d*)\.safetensors$/;

export const checkpointFolder = ({ paths }: Pick<Storage, 'paths'>, folder: string) =>
  paths.join(folder, fileNames.checkpoints);

export const checkpointPath = ({ paths }: Pick<Storage, 'paths'>, folder: string, epoch: number) =>
  paths.join(folder, fileNames.checkpoints, `epoch-${epoch}.safetensors`);

/** Epochs whose checkpoints are on the disk, ascending. */
export async function listCheckpoints(storage: Storage, folder: string): Promise<number[]> {
  const names = await storage.files.list(checkpointFolder(storage, folder));
  return names.flatMap(name => fileName.exec(name)?.slice(1).map(Number) ?? []).sort((a, b) => a - b);
}

/** Removes all checkpoints but those of the epochs to keep; returns the epochs of those that are left. */
export async function keepCheckpoints(
  storage: Storage,
  folder: string,
  isKept: (epoch: number) => boolean,
): Promise<number[]> {
  const epochs = await listCheckpoints(storage, folder);
  for (const epoch of epochs)
    if (!isKept(epoch)) await storage.files.remove(checkpointPath(storage, folder, epoch));
  return epochs.filter(isKept);
}
