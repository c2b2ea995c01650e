import { cellText, isMissing, numberAt } from './columns';
import { type Moments, momentsOf } from './moments';
import { fittedRoles } from './roles';
import type { Cell, Column, Part, Preprocessing, Table } from './types';

/**
 * The features of a row in original units, those that deviate most from the training part first.
 * @returns a function of any table with these columns; what it needs of the training part is computed once
 */
export function cellsAgainst(
  train: Part,
  preprocessing: Preprocessing,
): (table: Table, row: number) => Cell[] {
  const moments = fittedRoles(train.table, preprocessing).features.map(column =>
    column.kind === 'numeric' ? momentsOf(column, train.rows) : null,
  );
  return (table, row) =>
    fittedRoles(table, preprocessing)
      .features.map((column, i) => ({
        name: column.name,
        text: cellText(column, row),
        deviation: deviationOf(column, row, moments[i]!),
      }))
      .sort((a, b) => Math.abs(b.deviation ?? 0) - Math.abs(a.deviation ?? 0));
}

function deviationOf(column: Column, row: number, moments: Moments | null): number | null {
  if (column.kind === 'categorical' || moments === null || isMissing(column, row)) return null;
  return (numberAt(column, row) - moments.mean) / (moments.std || 1);
}

/**
 * The pixels of a row, (height × width), 0 … 255.
 * @returns a function of the row, for which the brightest cell of the table, which becomes 255, is sought once
 */
export function picturesOf(table: Table, preprocessing: Preprocessing): (row: number) => Uint8Array {
  const pixels = fittedRoles(table, preprocessing).features.filter(column => column.kind === 'numeric');
  let brightest = 0;
  for (const column of pixels) {
    for (let row = 0; row < table.nRows; row++) {
      const value = numberAt(column, row);
      if (value > brightest) brightest = value;
    }
  }
  const scale = 255 / (brightest || 1);
  return row => {
    // Clamped: negative cells are as dark as 0. NaN becomes 0 too.
    const picture = Uint8ClampedArray.from(pixels, column => numberAt(column, row) * scale);
    return new Uint8Array(picture.buffer);
  };
}
