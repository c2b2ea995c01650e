import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../../src/data/columns';
import { readTable } from '../../../src/data/formats';
import type { Table } from '../../../src/data/types';
import { dataErrorOf, numbersOf, tableOf } from '../support';

const linesOf = (table: Table) => [...table.lines!];
const kindsOf = (table: Table) => table.columns.map(column => column.kind);

describe('a CSV file', () => {
  it('has numeric and categorical columns', () => {
    const table = tableOf('size,colour\n1.5,red\n2,blue\n3,red\n');
    expect(table.nRows).toBe(3);
    expect(table.columns[0]).toMatchObject({
      kind: 'numeric',
      name: 'size',
      values: new Float64Array([1.5, 2, 3]),
    });
    expect(table.columns[1]).toMatchObject({
      kind: 'categorical',
      name: 'colour',
      codes: new Int32Array([0, 1, 0]),
      categories: ['red', 'blue'],
    });
  });

  it.each([
    ['comma', 'a,b\n1,2\n', 'x.csv'],
    ['semicolon', 'a;b\n1;2\n', 'x.csv'],
    ['tab', 'a\tb\n1\t2\n', 'x.csv'],
    ['bar', 'a|b\n1|2\n', 'x.csv'],
    ['tab by extension', 'a\tb\n1\t2\n', 'x.tsv'],
    ['tab by extension, packed', 'a\tb\n1\t2\n', 'x.tsv.gz'],
  ])('is divided at each %s', (_, text, path) => {
    expect(numbersOf(tableOf(text, path), 0)).toEqual([1, 2]);
  });

  it('keeps a comma in a .tsv file', () => {
    expect(cellText(tableOf('a,x\n1,y\n', 'x.tsv').columns[0]!, 0)).toBe('1,y');
  });

  it('reads decimal commas between semicolons', () => {
    expect(numbersOf(tableOf('a;b\n1,5;-0,25\n2,5;3\n'), 0)).toEqual([1.5, -0.25]);
  });

  it.each([
    ['a tab', 'a\tb\n1,5\tx\n2,25\ty\n', 'x.tsv', [1.5, 2.25]],
    ['a bar', 'a|b\n1,5|x\n2|y\n', 'x.csv', [1.5, 2]],
    ['a semicolon, with thousands', 'a;b\n1.200,50;x\n1.300;y\n', 'x.csv', [1200.5, 1300]],
    ['a semicolon, with three digits', 'a;b\n1,234;x\n1,5;y\n', 'x.csv', [1.234, 1.5]],
    ['a semicolon, though with points', 'a;b\n1.234;x\n1.5;y\n', 'x.csv', [1.234, 1.5]],
    ['a semicolon, and the next column tells', 'a;b\n1.200;1,5\n1.300;2,5\n', 'x.csv', [1200, 1300]],
  ])('reads numbers as they were meant between %s', (_, text, path, values) => {
    const table = tableOf(text, path);
    expect(values.map((_, row) => numbersOf(table, row)[0])).toEqual(values);
  });

  it('does not guess what the comma of 1,234 means between tabs', () => {
    expect(tableOf('a\tb\n1,234\t1\n2\t2\n3\t3\n', 'x.tsv').columns[0]).toMatchObject({
      strays: new Map([[0, '1,234']]),
    });
  });

  it('may begin with an index that has no name, as pandas writes it', () => {
    const table = tableOf(',a,b\n0,5,x\n1,6,y\n');
    expect(table.columns.map(({ name }) => name)).toEqual(['column 1', 'a', 'b']);
  });

  it.each(['0,1,2,target', '1,2,target', ',0,1'])('may number its columns: %s', header => {
    const cells = header.split(',').map(() => '7');
    expect(tableOf(`${header}\n${cells}\n`).columns).toHaveLength(cells.length);
  });

  it.each(['\n', '\r\n', '\r'])('ends its lines with %j', end => {
    const table = tableOf(['a,b', '1,x', '2,y', ''].join(end));
    expect(table.nRows).toBe(2);
    expect(cellText(table.columns[1]!, 1)).toBe('y');
    expect(linesOf(table)).toEqual([2, 3]);
  });

  it('counts lines through blank lines and quoted line ends', () => {
    const table = tableOf('\na,b\n\n1,"x\r\n\r\ny"\r\n  \n2,"z"\n3,""\n');
    expect(linesOf(table)).toEqual([4, 8, 9]);
    expect(cellText(table.columns[1]!, 0)).toBe('x\n\ny');
  });

  it('keeps delimiters and doubled quotes within quotes', () => {
    expect(cellText(tableOf('a,b\n1,"say ""hi"", twice"\n').columns[1]!, 0)).toBe('say "hi", twice');
  });

  it.each([
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x61, 0x0a, 0x31]],
    ['UTF-16 little-endian', [0xff, 0xfe, 0x61, 0, 0x0a, 0, 0x31, 0]],
    ['UTF-16 big-endian', [0xfe, 0xff, 0, 0x61, 0, 0x0a, 0, 0x31]],
  ])('is read in %s', (_, bytes) => {
    const table = readTable(Uint8Array.from(bytes), { key: 'data.path', path: 'x.csv' });
    expect(table.columns[0]).toMatchObject({ name: 'a', values: new Float64Array([1]) });
  });

  it('has missing cells, however they are written', () => {
    const table = tableOf('a,b\n1,x\n?,NA\n,\n');
    expect(numbersOf(table, 1)[0]).toBeNaN();
    expect(table.columns[1]).toMatchObject({ codes: new Int32Array([0, -1, -1]) });
  });

  it('remembers the texts in a column that is mostly numbers', () => {
    const column = tableOf('a,b\n1,1\n2,x\noops,y\n').columns[0]!;
    expect(column).toMatchObject({ kind: 'numeric', strays: new Map([[2, 'oops']]) });
    expect(cellText(column, 2)).toBe('oops');
  });

  it('takes a column of as many texts as numbers for categories', () => {
    expect(kindsOf(tableOf('a,b\n1,1\n2,2\nx,\ny,\n'))).toEqual(['categorical', 'numeric']);
  });

  it('gives back what a CSV writer wrote', () => {
    const cell = fc.string({ unit: 'grapheme' }).map(text => `x${text.replace(/[\r\0]/g, '')}y`);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), rows => {
        const table = tableOf(Papa.unparse([['a', 'b'], ...rows], { newline: '\n' }));
        const read = rows.map((_, row) => table.columns.map(column => cellText(column, row)));
        expect(read).toEqual(rows);
      }),
    );
  });
});

describe('a faulty CSV file', () => {
  it.each([
    ['an empty file', '', 'empty-file', undefined],
    ['blank lines only', '\n\n', 'empty-file', undefined],
    ['a header only', 'a,b\n', 'no-rows', undefined],
    ['a row that is too short', 'a,b\n1,2\n3\n', 'ragged-row', 3],
    ['a row that is too long', 'a,b\n1,2,3\n', 'ragged-row', 2],
    ['a quote that stays open', 'a,b\n1,2\n3,"4\n5,6\n', 'open-quote', 3],
    ['a quote that ends too early', 'a,b\n1,"2"3\n', 'open-quote', 2],
    ['a NUL', 'a,b\n1,2\n3,\0\n', 'nul-character', 3],
    ['two columns of one name', 'a,a\n1,2\n', 'bad-header', 1],
    ['a column without name', 'a,\n1,2\n', 'bad-header', 1],
    ['data in the first line', '5.1,3.5,setosa\n4.9,3,setosa\n', 'no-header', 1],
    ['counts in the first line', '150,4,setosa,versicolor\n5,3,1,0\n', 'no-header', 1],
    ['counts in a line of another length', '569,30,malignant\n1,2\n', 'no-header', 1],
    ['decimal commas in the first line', '5,1;setosa\n4,9;setosa\n', 'no-header', 1],
  ])('with %s is refused', (_, text, code, line) => {
    const error = dataErrorOf(() => tableOf(text));
    expect(error).toMatchObject({ code, key: 'data.path' });
    expect(error.at?.line).toBe(line);
    if (line !== undefined) expect(error.at?.path).toBe('table.csv');
  });

  it.each(['__proto__', 'constructor', 'prototype'])('with a column %s is refused', name => {
    expect(dataErrorOf(() => tableOf(`a,${name}\n1,2\n`)).code).toBe('bad-header');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('with a million columns is refused', () => {
    const header = Array.from({ length: 1e6 }, (_, i) => i).join(',');
    expect(dataErrorOf(() => tableOf(`${header}\n${header}\n`)).message).toContain('1000000 columns');
  });

  it('that says no names is refused with what to do', () => {
    expect(dataErrorOf(() => tableOf('5.1,3.5,setosa\n4.9,3,setosa\n')).message).toBe(
      'table.csv, line 1: the first line must name the columns, and "5.1" is a number. ' +
        'Add a line of names above the data; if this line counts rows and columns, put it in its place.',
    );
  });

  it('longer than a text can be is refused with its size, before it is read', () => {
    const origin = { key: 'data.path', path: 'x.csv' } as const;
    const error = dataErrorOf(() => readTable(new Uint8Array(2 ** 29), origin));
    expect(error.message).toContain('x.csv has 537 MB of text; at most 537 MB can be read.');
  });

  it('that is not UTF-8 is refused', () => {
    const bytes = Uint8Array.from([0x61, 0x0a, 0xe9, 0x0a]);
    expect(dataErrorOf(() => readTable(bytes, { key: 'data.path', path: 'x.csv' })).code).toBe('encoding');
  });
});
