import { describe, expect, it } from 'vitest';
import { allRows } from '../../src/data/columns';
import { encode } from '../../src/data/encode';
import type { Preprocessing, Table } from '../../src/data/types';
import { dataErrorOf, tableOf } from './support';

const preprocessing: Preprocessing = {
  task: 'classification',
  target: { kind: 'classes', name: 'class', classes: ['a', 'b'] },
  features: [
    { kind: 'numeric', name: 'size', shift: 1, scale: 2, fill: 3, mean: 1, std: 2, max: 5 },
    { kind: 'one_hot', name: 'colour', categories: ['blue', 'red'], fill: 'red' },
  ],
  inputNames: ['size', 'colour=blue', 'colour=red'],
  image: null,
};
const encodeAll = (table: Table) => encode(table, allRows(table), preprocessing);

describe('encode', () => {
  it('scales numbers, spreads categories and numbers the classes', () => {
    const part = encodeAll(tableOf('size,colour,class\n1,red,b\n5,blue,a\n'));
    expect([...part.inputs]).toEqual([0, 0, 1, 2, 1, 0]);
    expect(part.targets).toEqual(Int32Array.of(1, 0));
  });

  it('fills missing cells, and strange categories with zeros', () => {
    const part = encodeAll(tableOf('size,colour,class\n,,b\n1,green,b\n'));
    expect([...part.inputs]).toEqual([1, 0, 1, 0, 0, 0]);
  });

  it('takes the rows that it is given, and columns by name', () => {
    const table = tableOf('class,note,colour,size\na,?,red,1\nb,?,blue,3\n');
    const part = encode(table, Uint32Array.of(1), preprocessing);
    expect([...part.inputs]).toEqual([1, 1, 0]);
  });

  it('scales a numeric target', () => {
    const table = tableOf('size,price\n1,10\n1,30\n');
    const part = encode(table, allRows(table), {
      ...preprocessing,
      task: 'regression',
      target: { kind: 'numeric', name: 'price', shift: 20, scale: 10 },
      features: [preprocessing.features[0]!],
      inputNames: ['size'],
    });
    expect(part.targets).toEqual(Float32Array.of(-1, 1));
  });

  it.each([
    ['a column is missing', 'size,class\n1,a\n', 'unknown-column'],
    ['numbers have become texts', 'size,colour,class\nbig,red,a\n', 'not-numeric'],
    ['a label is new', 'size,colour,class\n1,red,c\n', 'unseen-label'],
  ])('refuses another file where %s', (_, text, code) => {
    expect(dataErrorOf(() => encodeAll(tableOf(text))).code).toBe(code);
  });
});
