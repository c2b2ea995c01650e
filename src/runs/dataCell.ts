import { guessDelimiter } from '../data/formats/records';

/** A cell as it stands in a file: `text` from `start` to `end`, with its quotes. */
export interface CellRange {
  readonly start: number;
  readonly end: number;
}

/** Twice what the guess looks at, because line breaks become shorter. */
const nGuessed = 2 ** 17;

/** By the same rules as the reader of tables: a tab in `.tsv`, else guessed from the text. */
export const delimiterOf = (path: string, text: string): string =>
  /\.tsv$/i.test(path) ? '\t' : guessDelimiter(text.slice(0, nGuessed).replace(/\r\n?/g, '\n'));

/**
 * Where a cell of a table stands in its text; undefined where the text has no such cell.
 * @param text   with line breaks of any kind; a byte order mark at the beginning is left out of the first cell
 * @param line   1-based, on which the record begins; a quoted line break is part of its cell
 * @param column 0-based
 */
export function cellRange(
  text: string,
  delimiter: string,
  line: number,
  column: number,
): CellRange | undefined {
  let start = startOfLine(text, line);
  if (start === undefined) return undefined;
  for (let c = 0; ; c++) {
    const end = endOfCell(text, delimiter, start);
    if (c === column) return { start, end };
    if (!text.startsWith(delimiter, end)) return undefined;
    start = end + delimiter.length;
  }
}

/** Index of the column of that name; undefined where the first line of the text has none. */
export function columnNamed(text: string, delimiter: string, name: string): number | undefined {
  const header = firstRecord(text);
  for (let column = 0; ; column++) {
    const range = cellRange(text, delimiter, header, column);
    if (!range) return undefined;
    if (cellValue(text.slice(range.start, range.end)) === name) return column;
  }
}

/** What a cell says, as the reader of tables has it: without its quotes, and without blanks around it. */
export const cellValue = (raw: string): string => (raw.startsWith('"') ? unquoted(raw) : raw).trim();

/** The text of a cell that says `value`, quoted as it was before, or where it must be. */
export function writtenCell(value: string, delimiter: string, before: string): string {
  const needsQuotes = /["\r\n]|^\s|\s$/.test(value) || value.includes(delimiter);
  return needsQuotes || before.startsWith('"') ? `"${value.replaceAll('"', '""')}"` : value;
}

const unquoted = (raw: string) => raw.trimEnd().slice(1, -1).replaceAll('""', '"');

/** Blank lines before the header count as lines. */
function firstRecord(text: string): number {
  const blank = /^\uFEFF?(?:[^\S\r\n]*(?:\r\n?|\n))*/.exec(text)![0];
  return blank.split(/\r\n?|\n/).length;
}

function startOfLine(text: string, line: number): number | undefined {
  const breaks = /\r\n?|\n/g;
  for (let n = 1; n < line; n++) if (!breaks.exec(text)) return undefined;
  const start = breaks.lastIndex;
  return line === 1 && text.startsWith('\uFEFF') ? 1 : start;
}

/** Quotes count only where a cell begins with them; within them, a quote is written twice. */
function endOfCell(text: string, delimiter: string, start: number): number {
  let at = start;
  if (text[start] === '"') at = endOfQuotes(text, start);
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r' && !text.startsWith(delimiter, at)) at++;
  return at;
}

function endOfQuotes(text: string, start: number): number {
  for (let at = start + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at === -1) return text.length;
    if (text[at + 1] !== '"') return at + 1;
  }
}
