import { suggestion } from './names';
import { type Column, DataError, type NumericColumn, type Origin, type Table } from './types';

/** More columns than this are surely not meant; each costs an object and a weight for every unit. */
const maxColumns = 100_000;

export function checkColumnCount(nColumns: number, { key, path }: Origin): void {
  if (nColumns <= maxColumns) return;
  const message = `${path} has ${nColumns} columns; at most ${maxColumns} are read.`;
  throw new DataError('too-many-columns', key, message, { path, line: 1 });
}

export function numberAt(column: NumericColumn, row: number): number {
  return column.values[column.offset + row * column.stride]!;
}

export function isMissing(column: Column, row: number): boolean {
  return column.kind === 'numeric' ? Number.isNaN(numberAt(column, row)) : column.codes[row] === -1;
}

/** The cell as text, in the file's own units; empty when it is missing. */
export function cellText(column: Column, row: number): string {
  if (column.kind === 'categorical') return column.categories[column.codes[row]!] ?? '';
  return isMissing(column, row) ? (column.strays?.get(row) ?? '') : String(numberAt(column, row));
}

/** Number of different values among the rows without the missing ones; sorting is quicker than a set of a million. */
export function countDistinct(column: Column, rows: Uint32Array): number {
  if (column.kind === 'categorical') return distinctTexts(column, rows).length;
  const sorted = Float64Array.from(rows, row => numberAt(column, row)).sort();
  // NaN comes last and equals nothing, not even itself.
  return sorted.reduce((n, value, i) => (value === sorted[i - 1] || Number.isNaN(value) ? n : n + 1), 0);
}

/** Different texts among the rows without the missing ones: numbers ascending, categories by code unit. */
export function distinctTexts(column: Column, rows: Uint32Array): string[] {
  if (column.kind === 'numeric') {
    const values = new Set<number>();
    for (const row of rows) values.add(numberAt(column, row));
    values.delete(Number.NaN);
    return [...values].sort((a, b) => a - b).map(String);
  }
  const codes = new Set<number>();
  for (const row of rows) codes.add(column.codes[row]!);
  codes.delete(-1);
  return [...codes].map(code => column.categories[code]!).sort();
}

export function allRows(table: Table): Uint32Array {
  return Uint32Array.from({ length: table.nRows }, (_, row) => row);
}

/** The columns of the given names, in their order; a name that the table lacks is an error that suggests one. */
export function columnsNamed(table: Table, names: readonly string[], key: `data.${string}`): Column[] {
  const byName = new Map(table.columns.map(column => [column.name, column]));
  return names.map(name => {
    const column = byName.get(name);
    if (column) return column;
    const columnNames = [...byName.keys()];
    const message = `${table.origin.path} has no column "${name}".${suggestion(name, columnNames)}`;
    throw new DataError('unknown-column', key, message);
  });
}

/** An error in one cell; the message begins with the place. */
export function cellError(
  table: Table,
  row: number,
  column: string,
  code: string,
  message: string,
  key = table.origin.key,
): DataError {
  const { path } = table.origin;
  const line = table.lines?.[row];
  const place = line === undefined ? `row ${row} (counted from 0)` : `line ${line}`;
  const at = line === undefined ? { path, column } : { path, line, column };
  return new DataError(code, key, `${path}, ${place}, column "${column}": ${message}`, at);
}
