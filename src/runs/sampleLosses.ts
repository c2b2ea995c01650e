import { fileNames, readRecord, type Storage } from './runFolder';

/** What `sample-losses.f32` may take on the disk. */
export const maxSampleLossBytes = 64e6;

/** Rows that anybody looks at together. */
const maxRowsRead = 256;

const floatBytes = 4;

/** Losses of the validation samples after one epoch. */
export interface EpochLosses {
  readonly epoch: number;
  /** (validation samples) */
  readonly losses: Float32Array;
}

/**
 * Epochs from one row of the file to the next: 1, unless the file of all planned epochs would be too large.
 * @param least what it is already: it may double, so that the rows that are left out are among those that are there
 */
export function sampleLossStride(nEpochs: number, nValidation: number, least = 1): number {
  let stride = least;
  while (rowsUntil(nEpochs, stride) * nValidation * floatBytes > maxSampleLossBytes) stride *= 2;
  return stride;
}

/** The epochs with a row are the multiples of the stride. */
const rowsUntil = (epoch: number, stride: number) => Math.floor(epoch / stride);

/** Drops what was recorded after `epoch`, and the rows in between where they are to be farther apart. */
export async function rewindSampleLosses(
  storage: Storage,
  folder: string,
  epoch: number,
  nValidation: number,
  stride: { readonly before: number; readonly after: number },
) {
  const { files, paths } = storage;
  const path = paths.join(folder, fileNames.sampleLosses);
  if (!(await files.status(path))) return;
  const rowBytes = floatBytes * nValidation;
  if (stride.before === stride.after) {
    await files.truncate(path, rowBytes * rowsUntil(epoch, stride.before));
    return;
  }
  const nRows = rowsUntil(epoch, stride.after);
  const kept = new Uint8Array(nRows * rowBytes);
  for (let row = 0; row < nRows; row++) {
    const from = ((row + 1) * stride.after) / stride.before - 1;
    kept.set(await files.readPart(path, from * rowBytes, rowBytes), row * rowBytes);
  }
  await files.writeAtomic(path, kept);
}

/**
 * The losses of every validation sample over the epochs, ascending: of all epochs that have a row, or evenly of at most
 * 256. A last row that is torn is left out. Epochs that were read once are read again when more have come, or every
 * other one of them.
 */
export async function readSampleLosses(
  storage: Storage,
  folder: string,
  nValidation: number,
): Promise<EpochLosses[]> {
  const { files, paths } = storage;
  const path = paths.join(folder, fileNames.sampleLosses);
  const rowBytes = floatBytes * nValidation;
  const size = (await files.status(path))?.sizeBytes ?? 0;
  const nRows = rowBytes > 0 ? Math.floor(size / rowBytes) : 0;
  if (nRows === 0) return [];
  const { sampleLossStride: stride } = await readRecord(storage, folder);
  let step = 1;
  while (nRows / step > maxRowsRead) step *= 2;
  const read: EpochLosses[] = [];
  for (let row = step; row <= nRows; row += step) {
    const bytes = await files.readPart(path, (row - 1) * rowBytes, rowBytes);
    if (bytes.length < rowBytes) break;
    read.push({ epoch: row * stride, losses: new Float32Array(bytes.slice().buffer) });
  }
  return read;
}
