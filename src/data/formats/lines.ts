import { DataError, type Origin, type Table } from '../types';
import { decodeText } from './text';

/** What the only column of a file of texts is called. */
const columnName = 'text';

/** A text a line; blanks at its ends, and lines without any other character, are left out. */
export function readLines(bytes: Uint8Array, origin: Origin): Table {
  const texts: string[] = [];
  const lines: number[] = [];
  for (const [i, line] of decodeText(bytes, origin).split('\n').entries()) {
    const text = line.trim();
    if (text === '') continue;
    texts.push(text);
    lines.push(i + 1);
  }
  if (texts.length === 0) throw new DataError('empty-file', origin.key, `${origin.path} has no text in it.`);
  const categories = [...new Set(texts)];
  const codeOf = new Map(categories.map((text, code) => [text, code]));
  const codes = Int32Array.from(texts, text => codeOf.get(text)!);
  return {
    ...{ origin, nRows: texts.length, target: columnName, lines: Uint32Array.from(lines) },
    columns: [{ kind: 'categorical', name: columnName, codes, categories }],
  };
}
