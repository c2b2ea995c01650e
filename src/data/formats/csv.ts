import { checkColumnCount } from '../columns';
import type { Format } from '../formats';
import { DataError, type Origin, type Table } from '../types';
import { Survey, type ToNumber } from './builders';
import { parseNumber } from './cells';
import { forEachRecord, guessDelimiter } from './records';
import { decodeText } from './text';

/** Names that would reach into an object's prototype wherever a program uses a column's name as a key. */
const refusedNames = new Set(['__proto__', 'constructor', 'prototype']);

/** Text tables whose first line names the columns; the delimiter is a tab in `.tsv`, else it is guessed. */
export const csv: Format = { endings: ['.csv', '.tsv', '.txt'], read: readCsv };

/**
 * The text is parsed twice: once to check it and to learn the kind and length of each column, once to fill
 * arrays of just that size. So a large file never exists as an object per cell.
 */
function readCsv(bytes: Uint8Array, origin: Origin): Table {
  const { key, path } = origin;
  const content = decodeText(bytes, origin);
  const delimiter = /\.tsv(\.gz)?$/i.test(path) ? '\t' : guessDelimiter(content);
  // Where the comma is the decimal sign, programs separate the cells by semicolons.
  const toNumber: ToNumber = text => parseNumber(text, delimiter === ';');

  let surveys: Survey[] | undefined;
  let nRows = 0;
  forEachRecord(content, delimiter, origin, (cells, line) => {
    if (!surveys) {
      checkHeader(cells, line, origin);
      surveys = cells.map(name => new Survey(name, toNumber));
      return;
    }
    if (cells.length !== surveys.length) {
      const message = `${path}, line ${line}: ${cells.length} cells, but the header names ${surveys.length} columns.`;
      throw new DataError('ragged-row', key, message, { path, line });
    }
    for (let i = 0; i < cells.length; i++) surveys[i]!.add(cells[i]!);
    nRows++;
  });
  if (!surveys) throw new DataError('empty-file', key, `${path} is empty.`);
  if (nRows === 0) throw new DataError('no-rows', key, `${path} has a header and no rows.`);

  const builders = surveys.map(survey => survey.builder(nRows));
  const lines = new Uint32Array(nRows);
  let row = -1;
  forEachRecord(content, delimiter, origin, (cells, line) => {
    if (row >= 0) {
      lines[row] = line;
      for (let i = 0; i < cells.length; i++) builders[i]!.set(row, cells[i]!);
    }
    row++;
  });
  return { origin, nRows, columns: builders.map(builder => builder.column), lines };
}

function checkHeader(names: readonly string[], line: number, origin: Origin): void {
  checkColumnCount(names.length, origin);
  const { key, path } = origin;
  const seen = new Set<string>();
  names.forEach((name, i) => {
    const fault = nameFault(name, seen);
    if (fault) {
      const message = `${path}, line ${line}: column ${i + 1} ${fault}. The first line must give each column its own name.`;
      throw new DataError('bad-header', key, message, { path, line, column: name });
    }
    seen.add(name);
  });
}

function nameFault(name: string, seen: ReadonlySet<string>): string | undefined {
  if (name === '') return 'has no name';
  if (seen.has(name)) return `is named "${name}" like one before it`;
  if (refusedNames.has(name)) return `is named "${name}", which is not allowed`;
  return undefined;
}
