import type { Bytes } from '../engine/examples';
import { cellError, cellText, numberAt } from './columns';
import type { Column, FeatureEncoding, NumericColumn, NumericEncoding, Table } from './types';

interface NumericFeature {
  readonly column: NumericColumn;
  readonly encoding: NumericEncoding;
}

/**
 * The numeric features of rows, scaled; bytes where all of them are bytes of one file, such as pixels.
 * @param columns one a feature
 * @returns (rows, numeric features), row-major
 */
export function encodeNumbers(
  table: Table,
  columns: readonly Column[],
  features: readonly FeatureEncoding[],
  rows: Uint32Array,
): Float32Array | Bytes {
  const numbers = features.flatMap((encoding, i): NumericFeature[] =>
    encoding.kind === 'numeric' ? [{ column: numeric(columns[i]!, table), encoding }] : [],
  );
  const bytes = sharedBytes(numbers.map(({ column }) => column));
  return bytes ? encodeBytes(bytes, numbers, rows) : encodeFloats(numbers, rows);
}

/** The bytes of one file of which all columns are views, if they are. */
export function sharedBytes(columns: readonly Column[]): Uint8Array | null {
  const [first] = columns;
  const values = first?.kind === 'numeric' ? first.values : null;
  const isShared = columns.every(column => column.kind === 'numeric' && column.values === values);
  return values instanceof Uint8Array && isShared ? values : null;
}

function encodeFloats(numbers: readonly NumericFeature[], rows: Uint32Array): Float32Array {
  const inputs = new Float32Array(rows.length * numbers.length);
  for (const [n, { column, encoding }] of numbers.entries()) {
    const { shift, scale, fill } = encoding;
    for (let i = 0; i < rows.length; i++) {
      const value = numberAt(column, rows[i]!);
      inputs[i * numbers.length + n] =
        ((Number.isNaN(value) && fill !== null ? fill : value) - shift) / scale;
    }
  }
  return inputs;
}

/** Bytes have no NaN, so nothing is to be filled. */
function encodeBytes(source: Uint8Array, numbers: readonly NumericFeature[], rows: Uint32Array): Bytes {
  return {
    values: wholeRows(source, numbers, rows) ?? copyBytes(source, numbers, rows),
    shift: Float32Array.from(numbers, ({ encoding }) => encoding.shift),
    factor: Float32Array.from(numbers, ({ encoding }) => 1 / encoding.scale),
  };
}

/** All rows of a file, with all that is in them, need no copy. */
function wholeRows(source: Uint8Array, numbers: readonly NumericFeature[], rows: Uint32Array) {
  const { offset, stride } = numbers[0]!.column;
  const end = offset + rows.length * stride;
  const areAll = end === source.length && rows.every((row, i) => row === i);
  const areWhole =
    stride === numbers.length && numbers.every(({ column }, n) => column.offset === offset + n);
  return areAll && areWhole ? source.subarray(offset, end) : null;
}

function copyBytes(source: Uint8Array, numbers: readonly NumericFeature[], rows: Uint32Array): Uint8Array {
  const nNumbers = numbers.length;
  const values = new Uint8Array(rows.length * nNumbers);
  const offsets = Uint32Array.from(numbers, ({ column }) => column.offset);
  const { stride } = numbers[0]!.column;
  for (let i = 0; i < rows.length; i++) {
    const start = rows[i]! * stride;
    for (let n = 0; n < nNumbers; n++) values[i * nNumbers + n] = source[start + offsets[n]!]!;
  }
  return values;
}

/** A column of numbers in training may turn out as texts in another file. */
export function numeric(column: Column, table: Table): NumericColumn {
  if (column.kind === 'numeric') return column;
  const row = column.codes.findIndex(code => code !== -1);
  const message = `"${cellText(column, row)}" is not a number, as the training data has in this column.`;
  throw cellError(table, row, column.name, 'not-numeric', message);
}
