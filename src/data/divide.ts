import type { Random } from '../engine/random';
import { fit } from './fit';
import { checkCategories } from './identifiers';
import type { Roles } from './roles';
import { checkClasses, type SplitRows, splitRows } from './split';
import { classesOf, classIndices, taskOf } from './task';
import { fitTexts, splitTexts } from './texts';
import type { CategoricalColumn, DataOptions, Preprocessing, Table, Task } from './types';

/** Rows for training and validation, and the mapping that suits the training part. */
export interface Division {
  readonly parts: SplitRows;
  readonly fitted: () => Preprocessing;
}

/** @param known the task of an earlier run on the same data */
export function divideRows(
  table: Table,
  roles: Roles,
  rows: Uint32Array,
  options: DataOptions,
  fraction: number,
  random: Random,
  known?: Task,
): Division {
  const { target, features } = roles;
  const task = known ?? taskOf(target, rows, options.task);
  checkCategories(features, rows);
  const classes = task === 'classification' ? classesOf(target, rows) : null;
  const labels = classes && classIndices(table, target, rows, classes);
  const parts = splitRows(rows, options.stratify ? labels : null, fraction, random);
  if (classes) checkClasses(classes, classIndices(table, target, parts.train, classes));
  return { parts, fitted: () => fit(roles, parts.train, classes, options) };
}

/** Whole texts: the places of one are too much alike to be on both sides. */
export function divideTexts(
  table: Table,
  { target }: Roles,
  rows: Uint32Array,
  options: DataOptions,
  fraction: number,
  random: Random,
): Division {
  // The roles of texts have no other target.
  const column = target as CategoricalColumn;
  const parts = splitTexts(column, rows, fraction, random);
  return { parts, fitted: () => fitTexts(table, column, parts.train, options) };
}
