import { checkColumnCount } from '../columns';
import { DataError, type Origin, type Table } from '../types';
import { Survey } from './builders';
import { columnNames } from './header';
import { forEachRecord, guessDelimiter } from './records';
import { decodeText } from './text';

/**
 * Text tables whose first line names the columns; the delimiter is a tab in `.tsv`, else it is guessed.
 * The text is parsed twice: once to check it and to learn the kind and length of each column, once to fill
 * arrays of just that size. So a large file never exists as an object per cell.
 */
export function readCsv(bytes: Uint8Array, origin: Origin): Table {
  const { key, path } = origin;
  const content = decodeText(bytes, origin);
  const delimiter = /\.tsv(\.gz)?$/i.test(path) ? '\t' : guessDelimiter(content);

  let surveys: Survey[] | undefined;
  let nRows = 0;
  forEachRecord(content, delimiter, origin, (cells, line) => {
    if (!surveys) {
      checkColumnCount(cells.length, origin);
      surveys = columnNames(cells, line, origin).map(name => new Survey(name, delimiter));
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

  const usualSign = surveys.reduce((sum, { nCommas }) => sum + nCommas, 0) > 0 ? ',' : '.';
  const builders = surveys.map(survey => survey.builder(nRows, usualSign));
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
