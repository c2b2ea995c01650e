import { expect, it } from 'vitest';
import { cellText } from '../../../src/data/columns';
import { readLines } from '../../../src/data/formats/lines';
import { dataErrorOf } from '../support';

const origin = { key: 'data.path', path: 'names.txt' } as const;
const read = (text: string) => readLines(new TextEncoder().encode(text), origin);

it('has a text a line, without the blank ones, whatever ends the lines and whether a mark begins the file', () => {
  const { columns, lines, nRows, target } = read('\ufeffAnn\r\n\r\n  Bob \r\n\t\nAnn\rNaN');
  expect(nRows).toBe(4);
  expect([0, 1, 2, 3].map(row => cellText(columns[0]!, row))).toEqual(['Ann', 'Bob', 'Ann', 'NaN']);
  expect([...lines!]).toEqual([1, 3, 5, 6]);
  expect([target, columns.length]).toEqual(['text', 1]);
});

it('knows nothing of tables: commas, quotes and words for what is missing are text', () => {
  const { columns } = read('a,b\n"\nNA\n');
  expect([0, 1, 2].map(row => cellText(columns[0]!, row))).toEqual(['a,b', '"', 'NA']);
});

it('refuses a file without any text', () => {
  expect(dataErrorOf(() => read(' \n\r\n'))).toMatchObject({ code: 'empty-file', key: 'data.path' });
});
