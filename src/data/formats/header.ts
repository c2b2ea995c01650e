import { DataError, type Origin } from '../types';
import { parseNumber } from './cells';

/** Names that would reach into an object's prototype wherever a program uses a column's name as a key. */
const refusedNames = new Set(['__proto__', 'constructor', 'prototype']);

/** What the column is called that pandas writes for its index, which it gives no name. */
export const unnamedIndex = 'column 1';

/** The names that the first line of a table gives to its columns; refused when it is no such line. */
export function columnNames(cells: readonly string[], line: number, origin: Origin): string[] {
  const { key, path } = origin;
  const number = cells.find(isNumber);
  if (number !== undefined && !areCounted(cells.filter(isNumber))) {
    const message =
      `${path}, line ${line}: the first line must name the columns, and "${number}" is a number. ` +
      'Add a line of names above the data; if this line counts rows and columns, put it in its place.';
    throw new DataError('no-header', key, message, { path, line });
  }
  const names = cells.map((name, i) => (name === '' && i === 0 && cells.length > 1 ? unnamedIndex : name));
  const seen = new Set<string>();
  for (const [i, name] of names.entries()) {
    const fault = nameFault(name, seen);
    if (fault) {
      const message = `${path}, line ${line}: column ${i + 1} ${fault}. The first line must give each column its own name.`;
      throw new DataError('bad-header', key, message, { path, line, column: name });
    }
    seen.add(name);
  }
  return names;
}

const isNumber = (text: string) =>
  !Number.isNaN(parseNumber(text, '.')) || !Number.isNaN(parseNumber(text, ','));

/** Programs number the columns of an array that has no names: 0, 1, 2, … or 1, 2, 3, … */
const areCounted = (numbers: readonly string[]) =>
  ['0', '1'].includes(numbers[0]!) && numbers.every((number, i) => number === String(Number(numbers[0]) + i));

function nameFault(name: string, seen: ReadonlySet<string>): string | undefined {
  if (name === '') return 'has no name';
  if (seen.has(name)) return `is named "${name}" like one before it`;
  if (refusedNames.has(name)) return `is named "${name}", which is not allowed`;
  return undefined;
}
