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
  it('scales numbers, and numbers the categories and the classes', () => {
    const part = encodeAll(tableOf('size,colour,class\n1,red,b\n5,blue,a\n'));
    expect(part.inputs).toEqual(Float32Array.of(0, 2));
    expect(part.selected).toEqual(Int32Array.of(1, 0));
    expect(part.targets).toEqual(Int32Array.of(1, 0));
  });

  it('fills missing cells, and chooses nothing for strange categories', () => {
    const part = encodeAll(tableOf('size,colour,class\n,,b\n1,green,b\n'));
    expect(part.inputs).toEqual(Float32Array.of(1, 0));
    expect(part.selected).toEqual(Int32Array.of(1, -1));
  });

  it('chooses in tables of embeddings first, then among the categories of all columns', () => {
    const category = (kind: 'one_hot', name: string, ...categories: string[]) =>
      ({ kind, name, categories, fill: null }) as const;
    const table = tableOf('a,b,size,c,d,class\nx,q,1,m,u,a\ny,p,3,n,v,b\n?,?,3,m,?,b\n');
    const part = encode(table, allRows(table), {
      ...preprocessing,
      features: [
        category('one_hot', 'a', 'x', 'y'),
        { ...category('one_hot', 'b', 'p', 'q'), kind: 'embedding', width: 3 },
        preprocessing.features[0]!,
        category('one_hot', 'c', 'm', 'n'),
        { ...category('one_hot', 'd', 'u', 'v'), kind: 'embedding', width: 2 },
      ],
    });
    expect(part.inputs).toEqual(Float32Array.of(0, 1, 1));
    expect(part.selected).toEqual(Int32Array.of(...[1, 0, 0, 2], ...[0, 1, 1, 3], ...[-1, -1, -1, 2]));
  });

  it('has no choices without categories', () => {
    const numbers = { ...preprocessing, features: [preprocessing.features[0]!], inputNames: ['size'] };
    const table = tableOf('size,class\n1,a\n');
    expect(encode(table, allRows(table), numbers).selected).toBeUndefined();
  });

  it('takes the rows that it is given, and columns by name', () => {
    const table = tableOf('class,note,colour,size\na,?,red,1\nb,?,blue,3\n');
    const part = encode(table, Uint32Array.of(1), preprocessing);
    expect(part.inputs).toEqual(Float32Array.of(1));
    expect(part.selected).toEqual(Int32Array.of(0));
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
