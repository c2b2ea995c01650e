import { charactersOf } from './characters';
import { cellText, isMissing, numberAt } from './columns';
import { textOf } from './inputs';
import { fittedRoles } from './roles';
import { firstSampleOf } from './textPlaces';
import type { Cell, Column, FeatureEncoding, Part, Preprocessing, Table, TextEncoding } from './types';

/** More of a text than this is not shown. */
const maxTextLength = 80;

/**
 * What a sample of a part looks like: its features in original units, those that deviate most from the training part
 * first, or its place in a text.
 */
export function cellsOf(part: Part, preprocessing: Preprocessing): (sample: number) => Cell[] {
  const { table, rows } = part;
  const { features } = fittedRoles(table, preprocessing);
  const text = textOf(preprocessing.features);
  if (text) return sample => textCells(features[0]!, text, rows, sample);
  return sample =>
    features
      .map((column, i) => ({
        name: column.name,
        text: displayText(column, rows[sample]!),
        deviation: deviationOf(column, rows[sample]!, preprocessing.features[i]!),
      }))
      .sort((a, b) => Math.abs(b.deviation ?? 0) - Math.abs(a.deviation ?? 0));
}

/** The characters that the model saw, with a dot for each place before the text, and the text. */
function textCells(
  column: Column,
  { context, name }: TextEncoding,
  rows: Uint32Array,
  sample: number,
): Cell[] {
  const text = cellText(column, rows[sample]!);
  const place = sample - firstSampleOf(rows, rows[sample]!);
  const before = [...charactersOf(text)].slice(Math.max(0, place - context), place).join('');
  const shown = text.length > maxTextLength ? `${text.slice(0, maxTextLength)}…` : text;
  return [
    { name: 'before', text: '·'.repeat(Math.max(0, context - place)) + before, deviation: null },
    { name, text: shown, deviation: null },
  ];
}

/** As it stands in the file, but for the digits of generated or measured numbers that nobody reads. */
export function displayText(column: Column, row: number): string {
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
