import Papa from 'papaparse';
import { DataError, type Origin } from '../types';

/** The delimiter is guessed from so many characters: enough for ten records, and quick for a large file. */
const nGuessed = 2 ** 16;

export function guessDelimiter(text: string): string {
  const { meta } = Papa.parse(text.slice(0, nGuessed), {
    preview: 10,
    newline: '\n',
    skipEmptyLines: true,
    delimitersToGuess: [',', ';', '\t', '|'],
  });
  return meta.delimiter;
}

/**
 * Visits every record of a CSV text in turn, blank lines left out; cells are trimmed.
 * @param text with line feeds only
 * @param visit gets the 1-based line on which the record begins, which a quoted line feed does not confuse
 */
export function forEachRecord(
  text: string,
  delimiter: string,
  { key, path }: Origin,
  visit: (cells: readonly string[], line: number) => void,
): void {
  let start = 0;
  let line = 1;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data: cells, errors, meta }) => {
      if (errors.length > 0) {
        const message = `${path}, line ${line}: a quoted cell is not closed as it should be. Look for a stray ".`;
        throw new DataError('open-quote', key, message, { path, line });
      }
      for (let i = 0; i < cells.length; i++) cells[i] = cells[i]!.trim();
      if (cells.length > 1 || cells[0] !== '') visit(cells, line);
      line += countLineFeeds(text, start, meta.cursor);
      start = meta.cursor;
    },
  });
}

function countLineFeeds(text: string, start: number, end: number): number {
  let n = 0;
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) n++;
  return n;
}
