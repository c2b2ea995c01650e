import { fileNames, type Storage } from './runFolder';

/** Losses of the validation samples after one epoch. */
export interface EpochLosses {
  readonly epoch: number;
  /** (validation samples) */
  readonly losses: Float32Array;
}

/** Rows that anybody looks at together. */
const maxRowsRead = 256;

/** The losses of every validation sample over the epochs, ascending; evenly of at most 256. A torn last row is left out. */
export async function readSampleLosses(
  { files, paths }: Storage,
  folder: string,
  nValidation: number,
): Promise<EpochLosses[]> {
  const path = paths.join(folder, fileNames.sampleLosses);
  if (nValidation === 0 || !(await files.status(path))) return [];
  const bytes = await files.read(path);
  const all = new Float32Array(bytes.slice(0, bytes.length - (bytes.length % 4)).buffer);
  const nRows = Math.floor(all.length / nValidation);
  const step = Math.max(1, Math.ceil(nRows / maxRowsRead));
  const read: EpochLosses[] = [];
  for (let row = step; row <= nRows; row += step)
    read.push({ epoch: row, losses: all.subarray((row - 1) * nValidation, row * nValidation) });
  return read;
}
