import type { Random } from '../engine/random';
import { DataError } from './types';

export interface SplitRows {
  /** Ascending. */
  readonly train: Uint32Array;
  /** Ascending; empty with a fraction of 0. */
  readonly validation: Uint32Array;
}

/**
 * Divides rows at random into a training and a validation part.
 * @param rows   ascending
 * @param labels (rows), class index; each class is divided in the same proportion. Null: all rows are one class
 * @param fraction of the rows that go to validation, in [0, 1)
 */
export function splitRows(
  rows: Uint32Array,
  labels: Int32Array | null,
  fraction: number,
  random: Random,
): SplitRows {
  const isValidation = new Uint8Array(rows.length);
  let nSeen = 0;
  for (const group of positionsByClass(rows.length, labels)) {
    random.shuffle(group);
    // Rounding the running total, not each class, brings the whole part to the size that was asked for.
    const nBefore = Math.round(nSeen * fraction);
    nSeen += group.length;
    const nTaken = Math.min(Math.round(nSeen * fraction) - nBefore, group.length - 1);
    for (const position of group.subarray(0, nTaken)) isValidation[position] = 1;
  }
  const train = rows.filter((_, position) => !isValidation[position]);
  const validation = rows.filter((_, position) => isValidation[position]);
  if (fraction > 0 && validation.length === 0) {
    const message = `A fraction of ${fraction} of ${rows.length} rows leaves none for validation. Raise it, or set it to 0.`;
    throw new DataError('empty-split', 'data.validation_fraction', message);
  }
  return { train, validation };
}

function positionsByClass(nRows: number, labels: Int32Array | null): Uint32Array[] {
  const groups = new Map<number, number[]>();
  for (let position = 0; position < nRows; position++) {
    const label = labels?.[position] ?? 0;
    const group = groups.get(label);
    if (group) group.push(position);
    else groups.set(label, [position]);
  }
  return Array.from(groups.values(), group => Uint32Array.from(group));
}

/** Every class must be there to be learned; without stratification chance may leave one out. */
export function checkClasses(classes: readonly string[], labels: Int32Array): void {
  const present = new Set(labels);
  const absent = classes.find((_, index) => !present.has(index));
  if (absent === undefined) return;
  const message = `Class "${absent}" has no row in the training part. Set stratify: true, or lower validation_fraction.`;
  throw new DataError('class-not-in-training', 'data.stratify', message);
}
