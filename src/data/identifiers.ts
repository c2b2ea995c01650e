import { countDistinct } from './columns';
import { type Column, DataError } from './types';

/** More rows of weights than this are too many to look at, and surely not meant. */
const maxCategories = 50_000;

/** True of names and numbers of persons or things: nearly every row has its own, so nothing can be learned from them. */
export function hasTooManyCategories(nDistinct: number, nRows: number, nMost = maxCategories): boolean {
  return nDistinct > nMost || (nDistinct > 50 && nDistinct > nRows / 2);
}

/** Refuses text columns of which nearly every row has its own. */
export function checkCategories(features: readonly Column[], rows: Uint32Array): void {
  for (const column of features) {
    if (column.kind === 'numeric') continue;
    const nDistinct = countDistinct(column, rows);
    if (!hasTooManyCategories(nDistinct, rows.length)) continue;
    const message =
      `Column "${column.name}" has ${nDistinct} different texts in ${rows.length} rows, too many for categories. ` +
      'Leave it out: list the columns to learn from in features.';
    throw new DataError('too-many-categories', 'data.features', message);
  }
}
