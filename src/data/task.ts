import { cellError, cellText, distinctTexts, numberAt } from './columns';
import { hasTooManyCategories } from './identifiers';
import { listed } from './names';
import { type Column, DataError, type Table, type Task } from './types';

/** So many different whole numbers still look like classes. */
const maxNumericClasses = 20;

/** More would be too many to compare with one another. */
export const maxClasses = 1000;

/** The task that was asked for, if the target allows it; else the one that the target suggests. */
export function taskOf(target: Column, rows: Uint32Array, asked?: Task): Task {
  if (asked === 'regression' && target.kind === 'categorical') {
    const message = `The target "${target.name}" holds text, and regression needs numbers. Use task: classification.`;
    throw new DataError('text-target', 'data.task', message);
  }
  return asked ?? (holdsClasses(target, rows) ? 'classification' : 'regression');
}

/** Texts are classes. So are a few different whole numbers, when there are at least two rows of each on average. */
function holdsClasses(target: Column, rows: Uint32Array): boolean {
  if (target.kind === 'categorical') return true;
  const limit = Math.min(maxNumericClasses, Math.max(2, rows.length / 2));
  const values = new Set<number>();
  for (const row of rows) {
    const value = numberAt(target, row);
    if (!Number.isInteger(value) || values.add(value).size > limit) return false;
  }
  return true;
}

/** The classes in order: numbers ascending, texts by code unit. */
export function classesOf(target: Column, rows: Uint32Array): string[] {
  const classes = distinctTexts(target, rows);
  if (classes.length === 1) {
    const message = `The target "${target.name}" is "${classes[0]}" in every row; a classifier needs two classes.`;
    throw new DataError('one-class', 'data.target', message);
  }
  if (hasTooManyCategories(classes.length, rows.length, maxClasses)) {
    const remedy = target.kind === 'numeric' ? 'Use task: regression.' : 'Choose another target.';
    const message = `The target "${target.name}" has ${classes.length} classes in ${rows.length} rows. ${remedy}`;
    throw new DataError('too-many-classes', 'data.target', message);
  }
  return classes;
}

/** @returns (rows), index of each row's class */
export function classIndices(
  table: Table,
  target: Column,
  rows: Uint32Array,
  classes: readonly string[],
): Int32Array {
  const indexOf = new Map(classes.map((name, index) => [name, index]));
  return Int32Array.from(rows, row => {
    const label = cellText(target, row);
    const index = indexOf.get(label);
    if (index !== undefined) return index;
    const message = `"${label}" is no class of the training data, which has ${listed(classes)}.`;
    throw cellError(table, row, target.name, 'unseen-label', message);
  });
}
