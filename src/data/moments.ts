import { numberAt } from './columns';
import type { NumericColumn } from './types';

/** Mean, population standard deviation and range of a column's present values. */
export interface Moments {
  readonly nPresent: number;
  readonly mean: number;
  readonly std: number;
  readonly min: number;
  readonly max: number;
}

/**
 * In two passes, mean first: the one-pass formula loses all digits where the mean is large against the spread.
 * A constant column has a standard deviation of exactly 0, whatever rounding makes of its mean.
 */
export function momentsOf(column: NumericColumn, rows: Uint32Array): Moments {
  if (column.values instanceof Uint8Array) return momentsOfBytes(column.values, column, rows);
  let nPresent = 0;
  let sum = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const value = numberAt(column, row);
    if (Number.isNaN(value)) continue;
    nPresent++;
    sum += value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (min === max) return { nPresent, mean: min, std: 0, min, max };
  const mean = sum / nPresent;
  let squares = 0;
  for (const row of rows) {
    const value = numberAt(column, row);
    if (!Number.isNaN(value)) squares += (value - mean) ** 2;
  }
  return { nPresent, mean, std: Math.sqrt(squares / nPresent), min, max };
}

/** From the counts of the 256 values: one pass over what may be the pixels of many images. */
function momentsOfBytes(values: Uint8Array, { offset, stride }: NumericColumn, rows: Uint32Array): Moments {
  const counts = new Uint32Array(256);
  for (let i = 0; i < rows.length; i++) counts[values[offset + rows[i]! * stride]!]!++;
  const nPresent = rows.length;
  const min = counts.findIndex(count => count > 0);
  const max = counts.findLastIndex(count => count > 0);
  const mean = counts.reduce((sum, count, value) => sum + count * value, 0) / nPresent;
  const squares = counts.reduce((sum, count, value) => sum + count * (value - mean) ** 2, 0);
  // Where all are alike, the mean is that very value and the spread exactly 0.
  return { nPresent, mean, std: Math.sqrt(squares / nPresent), min, max };
}
