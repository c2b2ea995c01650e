import { encodeChoices } from './choices';
import { numberAt } from './columns';
import { textOf } from './inputs';
import { encodeNumbers, numeric } from './numbers';
import { fittedRoles } from './roles';
import { classIndices } from './task';
import { encodeTexts } from './texts';
import type { Column, Part, Preprocessing, Table, TargetEncoding } from './types';

/** Applies a fitted mapping to rows of a table, which may be another one than it was fitted on. */
export function encode(table: Table, rows: Uint32Array, preprocessing: Preprocessing): Part {
  const text = textOf(preprocessing.features);
  if (text) return encodeTexts(table, rows, preprocessing, text);
  const { target, features } = fittedRoles(table, preprocessing);
  return {
    ...{ table, rows },
    inputs: encodeNumbers(table, features, preprocessing.features, rows),
    selected: encodeChoices(features, preprocessing.features, rows),
    targets: encodeTarget(table, target, rows, preprocessing.target),
  };
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
