import { cellText, isMissing, numberAt } from './columns';
import { fittedRoles } from './roles';
import type { Cell, Column, FeatureEncoding, Preprocessing, Table } from './types';

/** The features of a row in original units, those that deviate most from the training part first. */
export function cellsOf(table: Table, preprocessing: Preprocessing): (row: number) => Cell[] {
  const { features } = fittedRoles(table, preprocessing);
  return row =>
    features
      .map((column, i) => ({
        name: column.name,
        text: displayText(column, row),
        deviation: deviationOf(column, row, preprocessing.features[i]!),
      }))
      .sort((a, b) => Math.abs(b.deviation ?? 0) - Math.abs(a.deviation ?? 0));
}

/** As it stands in the file, but for the digits of generated or measured numbers that nobody reads. */
function displayText(column: Column, row: number): string {
  if (column.kind === 'categorical' || isMissing(column, row)) return cellText(column, row);
  return String(Number(numberAt(column, row).toPrecision(6)));
}

function deviationOf(column: Column, row: number, encoding: FeatureEncoding): number | null {
  if (column.kind === 'categorical' || encoding.kind !== 'numeric' || isMissing(column, row)) return null;
  return (numberAt(column, row) - encoding.mean) / (encoding.std || 1);
}

/** The pixels of a row, (height × width), 0 … 255; the brightest cell of the training part is 255. */
export function picturesOf(table: Table, preprocessing: Preprocessing): (row: number) => Uint8Array {
  const pixels = fittedRoles(table, preprocessing).features.filter(column => column.kind === 'numeric');
  let brightest = 0;
  for (const encoding of preprocessing.features)
    if (encoding.kind === 'numeric') brightest = Math.max(brightest, encoding.max);
  const scale = 255 / (brightest || 1);
  return row => {
    // Clamped: negative cells are as dark as 0, brighter ones as bright as the brightest. NaN becomes 0 too.
    const picture = Uint8ClampedArray.from(pixels, column => numberAt(column, row) * scale);
    return new Uint8Array(picture.buffer);
  };
}
