import { cellError, cellText, isMissing, numberAt } from './columns';
import { fittedRoles } from './roles';
import { classIndices } from './task';
import type {
  Column,
  NumericColumn,
  NumericEncoding,
  OneHotEncoding,
  Part,
  Preprocessing,
  Table,
  TargetEncoding,
} from './types';

/** Where one column goes in the inputs: (rows, nInputs), row-major, all zero before. */
interface Slot {
  readonly inputs: Float32Array;
  readonly nInputs: number;
  /** Index of the column's first input. */
  readonly first: number;
}

/** Applies a fitted mapping to rows of a table, which may be another one than it was fitted on. */
export function encode(table: Table, rows: Uint32Array, preprocessing: Preprocessing): Part {
  const { target, features } = fittedRoles(table, preprocessing);
  const nInputs = preprocessing.inputNames.length;
  const inputs = new Float32Array(rows.length * nInputs);
  let first = 0;
  preprocessing.features.forEach((encoding, i) => {
    const slot = { inputs, nInputs, first };
    if (encoding.kind === 'numeric') encodeNumeric(numeric(features[i]!, table), encoding, rows, slot);
    else encodeOneHot(features[i]!, encoding, rows, slot);
    first += encoding.kind === 'numeric' ? 1 : encoding.categories.length;
  });
  return { table, rows, inputs, targets: encodeTarget(table, target, rows, preprocessing.target) };
}

function encodeNumeric(
  column: NumericColumn,
  encoding: NumericEncoding,
  rows: Uint32Array,
  slot: Slot,
): void {
  const { shift, scale, fill } = encoding;
  const { inputs, nInputs, first } = slot;
  for (let i = 0; i < rows.length; i++) {
    const value = numberAt(column, rows[i]!);
    inputs[i * nInputs + first] = ((Number.isNaN(value) && fill !== null ? fill : value) - shift) / scale;
  }
}

function encodeOneHot(column: Column, encoding: OneHotEncoding, rows: Uint32Array, slot: Slot): void {
  const { categories, fill } = encoding;
  const { inputs, nInputs, first } = slot;
  const indexOf = new Map(categories.map((category, index) => [category, index]));
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const text = isMissing(column, row) ? fill : cellText(column, row);
    const index = text === null ? undefined : indexOf.get(text);
    if (index !== undefined) inputs[i * nInputs + first + index] = 1;
  }
}

function encodeTarget(
  table: Table,
  column: Column,
  rows: Uint32Array,
  encoding: TargetEncoding,
): Int32Array | Float32Array {
  if (encoding.kind === 'classes') return classIndices(table, column, rows, encoding.classes);
  const { shift, scale } = encoding;
  const target = numeric(column, table);
  return Float32Array.from(rows, row => (numberAt(target, row) - shift) / scale);
}

/** A column of numbers in training may turn out as texts in another file. */
function numeric(column: Column, table: Table): NumericColumn {
  if (column.kind === 'numeric') return column;
  const row = column.codes.findIndex(code => code !== -1);
  const message = `"${cellText(column, row)}" is not a number, as the training data has in this column.`;
  throw cellError(table, row, column.name, 'not-numeric', message);
}
