import { allRows, cellError, cellText, isMissing } from './columns';
import type { Roles } from './roles';
import type { Column, DataError, Missing, Table } from './types';

/**
 * The rows that can be used, ascending: all of them, or with `drop_row` those without a missing cell.
 * Otherwise a missing cell is an error, but for features that are imputed; a target is never made up.
 */
export function usableRows(table: Table, { target, features }: Roles, missing: Missing): Uint32Array {
  const isDropped = new Uint8Array(table.nRows);
  for (const column of missing === 'impute' ? [target] : [target, ...features]) {
    // Bytes have no NaN, so an image file need not be searched.
    if (column.kind === 'numeric' && column.values instanceof Uint8Array) continue;
    for (let row = 0; row < table.nRows; row++) {
      if (!isMissing(column, row)) continue;
      if (missing !== 'drop_row') throw missingError(table, row, column, column === target);
      isDropped[row] = 1;
    }
  }
  return allRows(table).filter(row => !isDropped[row]);
}

function missingError(table: Table, row: number, column: Column, isTarget: boolean): DataError {
  const stray = cellText(column, row);
  const fault = stray === '' ? 'the value is missing. Fill it in' : `"${stray}" is not a number. Mend it`;
  const remedy = isTarget ? 'set missing: drop_row.' : 'set missing: drop_row or missing: impute.';
  return cellError(table, row, column.name, 'missing-value', `${fault}, or ${remedy}`, 'data.missing');
}
