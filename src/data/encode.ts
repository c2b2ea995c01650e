import { encodeChoices } from './choices';
import { cellError, cellText, numberAt } from './columns';
import { fittedRoles } from './roles';
import { classIndices } from './task';
import type {
  Column,
  FeatureEncoding,
  NumericColumn,
  Part,
  Preprocessing,
  Table,
  TargetEncoding,
} from './types';

/** Applies a fitted mapping to rows of a table, which may be another one than it was fitted on. */
export function encode(table: Table, rows: Uint32Array, preprocessing: Preprocessing): Part {
  const { target, features } = fittedRoles(table, preprocessing);
  return {
    ...{ table, rows },
    inputs: encodeNumbers(table, features, preprocessing.features, rows),
    selected: encodeChoices(features, preprocessing.features, rows),
    targets: encodeTarget(table, target, rows, preprocessing.target),
  };
}

/** @returns (rows, numeric features), row-major */
function encodeNumbers(
  table: Table,
  features: readonly Column[],
  encodings: readonly FeatureEncoding[],
  rows: Uint32Array,
): Float32Array {
  const numbers = features.flatMap((column, i) => {
    const encoding = encodings[i]!;
    return encoding.kind === 'numeric' ? [{ column: numeric(column, table), encoding }] : [];
  });
  const nNumbers = numbers.length;
  const inputs = new Float32Array(rows.length * nNumbers);
  for (const [n, { column, encoding }] of numbers.entries()) {
    const { shift, scale, fill } = encoding;
    for (let i = 0; i < rows.length; i++) {
      const value = numberAt(column, rows[i]!);
      inputs[i * nNumbers + n] = ((Number.isNaN(value) && fill !== null ? fill : value) - shift) / scale;
    }
  }
  return inputs;
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
