import { cellText } from './columns';
import { displayText } from './display';
import type { Column, Table } from './types';

/** Writing more numbers than this as text would take seconds. */
const maxNumbers = 3e6;

const holdsDigit = /\d/;

/**
 * Which rows have a text somewhere: in a cell of any column, used by the model or not, or as the number of their line.
 * Case makes no difference. Numbers are compared as they are shown; pixels of an image are not searched.
 */
export function searchRows(table: Table, rows: Uint32Array, isImage: boolean, text: string) {
  const sought = text.trim().toLowerCase();
  const { lines } = table;
  const texts = table.columns.flatMap(column =>
    column.kind === 'categorical' ? [textMatch(column, sought)] : [],
  );
  const numbers = table.columns.filter(
    ({ kind, name }) => kind === 'numeric' && !(isImage && name !== table.target),
  );
  const withoutNumbers = holdsDigit.test(sought) && numbers.length * rows.length > maxNumbers;
  const searched = withoutNumbers || !holdsDigit.test(sought) ? [] : numbers;
  const matches = (row: number) =>
    (lines !== undefined && String(lines[row]) === sought) ||
    texts.some(match => match(row)) ||
    searched.some(column => shown(column, row).includes(sought));
  return { matches, withoutNumbers };
}

/** Each different text is looked at once. */
function textMatch(
  column: Extract<Column, { kind: 'categorical' }>,
  sought: string,
): (row: number) => boolean {
  const isMatch = column.categories.map(category => category.toLowerCase().includes(sought));
  return row => isMatch[column.codes[row]!] ?? false;
}

/** As it is shown, and as it stands in the file where that says more. */
const shown = (column: Column, row: number) =>
  `${displayText(column, row)} ${cellText(column, row)}`.toLowerCase();
