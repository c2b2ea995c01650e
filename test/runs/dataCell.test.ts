import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { Random } from '../../src/engine/random';
import { cellRange, cellValue, columnNamed, delimiterOf, writtenCell } from '../../src/runs/dataCell';

const cell = (text: string, line: number, column: number, delimiter = ',') => {
  const range = cellRange(text, delimiter, line, column);
  return range && text.slice(range.start, range.end);
};

describe('the place of a cell', () => {
  it.each([
    ['plain cells', 'a,b\n1,2\n3,4', 3, 1, '4'],
    ['CRLF', 'a,b\r\n1,2\r\n3,4\r\n', 2, 1, '2'],
    ['lone carriage returns', 'a,b\r1,2\r3,4', 3, 0, '3'],
    ['quotes with delimiters in them', 'a,b\n"1,5","x ""y"" z"\n', 2, 1, '"x ""y"" z"'],
    ['quoted line breaks before it', 'a,b\n"one\n\ntwo",2\n3,4', 5, 1, '4'],
    ['a quoted line break in it', 'a,b\n1,"two\r\nlines"\n', 2, 1, '"two\r\nlines"'],
    ['a byte order mark', '\uFEFFa,b\n1,2', 1, 0, 'a'],
    ['emoji, which take two units each', 'a,b\n😀😀,👍\n', 2, 1, '👍'],
    ['an empty cell at the end', 'a,b\n1,\n3,4', 2, 1, ''],
    ['a quote that does not begin its cell', 'a,b\n5" pipe,2\n', 2, 1, '2'],
  ])('with %s', (_, text, line, column, expected) => {
    expect(cell(text, line, column)).toBe(expected);
  });

  it('with tabs', () => {
    expect(cell('a\tb\n1,5\t2', 2, 1, '\t')).toBe('2');
  });

  it.each([
    ['a line too many', 3, 0],
    ['a column too many', 2, 2],
  ])('is nowhere for %s', (_, line, column) => {
    expect(cell('a,b\n1,2', line, column)).toBeUndefined();
  });

  it('is the same as a reader of tables finds, in any text that one writes', () => {
    const random = Random.seeded(5);
    const pieces = ['a', ',', '"', '\n', ' ', ';', '😀', '\r\n', '1.5', ''];
    const piece = () => pieces[Math.floor(random.uniform() * pieces.length)]!;
    const rows = Array.from({ length: 60 }, () =>
      Array.from({ length: 4 }, () => piece() + piece() + piece()),
    );
    const text = Papa.unparse(rows, { newline: '\n' });
    let line = 1;
    for (const row of rows) {
      const read = row.map(
        (_, column) => Papa.parse<string[]>(cell(text, line, column)!, { delimiter: ',' }).data[0]?.[0] ?? '',
      );
      expect(read).toEqual(row);
      line += Papa.unparse([row]).split(/\r\n?|\n/).length;
    }
  });
});

describe('a column by its name', () => {
  it.each([
    ['after a byte order mark', '\uFEFFlabel,x\n1,2', 0],
    ['in quotes', 'x,"label"\n1,2', 1],
    ['with blanks around it', 'x, label \n1,2', 1],
    ['after blank lines', '\n \r\nx,label\n1,2', 1],
  ])('%s', (_, text, expected) => {
    expect(columnNamed(text, ',', 'label')).toBe(expected);
  });

  it('may not be there', () => {
    expect(columnNamed('x,y\n1,2', ',', 'label')).toBeUndefined();
  });
});

describe('a cell that is written', () => {
  it.each([
    ['as it is', 'b', 'a', 'b'],
    ['in quotes, as before', 'b', '"a"', '"b"'],
    ['in quotes, because of a delimiter', 'b,c', 'a', '"b,c"'],
    ['with its quotes doubled', 'b"c', 'a', '"b""c"'],
  ])('%s', (_, value, before, expected) => {
    expect(writtenCell(value, ',', before)).toBe(expected);
    expect(cellValue(expected)).toBe(value);
  });
});

it.each([
  ['a.tsv', 'a,b\tc\n', '\t'],
  ['a.csv', 'a;b\r\n1,5;2\r\n', ';'],
  ['a.txt', 'a|b\n1|2\n', '|'],
])('the delimiter of %s is that of the reader', (path, text, expected) => {
  expect(delimiterOf(path, text)).toBe(expected);
});
