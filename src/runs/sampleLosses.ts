import { fileNames, type Storage } from './runFolder';

/** Losses of the validation samples after one epoch. */
export interface EpochLosses {
  readonly epoch: number;
  /** (validation samples) */
  readonly losses: Float32Array;
}

/** The losses of every validation sample over the epochs, ascending. A last row that is torn is left out. */
export async function readSampleLosses(
  { files, paths }: Storage,
  folder: string,
  nValidation: number,
): Promise<EpochLosses[]> {
  const path = paths.join(folder, fileNames.sampleLosses);
  if (nValidation === 0 || !(await files.status(path))) return [];
  const bytes = await files.read(path);
  const nRows = Math.floor(bytes.length / (4 * nValidation));
  const all = new Float32Array(bytes.slice(0, 4 * nValidation * nRows).buffer);
  return Array.from({ length: nRows }, (_, row) => ({
    epoch: row + 1,
    losses: all.subarray(row * nValidation, (row + 1) * nValidation),
  }));
}
