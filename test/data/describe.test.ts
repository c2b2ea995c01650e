import { describe, expect, it } from 'vitest';
import { describeTable } from '../../src/data/describe';
import { readTable } from '../../src/data/formats';
import { sourceOf, tableOf } from './support';

const rows = (n: number, rowOf: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => rowOf(i)).join('\n');

describe('describeTable', () => {
  it('describes the irises', async () => {
    const bytes = await sourceOf({}).readExample('iris/iris.csv');
    expect(describeTable(readTable(bytes, { key: 'data.path', path: 'iris.csv' }))).toEqual({
      target: 'species',
      task: 'classification',
      classes: 3,
      nRows: 150,
      columns: [
        { name: 'sepal_length', kind: 'numeric', nDistinct: 35, nMissing: 0 },
        { name: 'sepal_width', kind: 'numeric', nDistinct: 23, nMissing: 0 },
        { name: 'petal_length', kind: 'numeric', nDistinct: 43, nMissing: 0 },
        { name: 'petal_width', kind: 'numeric', nDistinct: 22, nMissing: 0 },
        { name: 'species', kind: 'categorical', nDistinct: 3, nMissing: 0 },
      ],
    });
  });

  it.each([
    ['a,Survived,z', 'Survived'],
    ['y,label,z', 'label'],
    ['a,b,price', 'price'],
  ])('finds the target among %s', (header, target) => {
    expect(describeTable(tableOf(`${header}\n1,2,3\n4,5,6\n`)).target).toBe(target);
  });

  it.each(['', 'Unnamed: 0'])('leaves out the index that pandas writes as "%s"', index => {
    const text = `${index},a,b,label\n${rows(30, i => `${i},${i % 7},${i % 3},${'xy'[i % 2]}`)}\n`;
    expect(describeTable(tableOf(text))).toMatchObject({ target: 'label', features: ['a', 'b'] });
  });

  it('takes the target that it is told', () => {
    const { target, task, classes } = describeTable(tableOf(`a,b\n${rows(30, i => `${i * 0.5},0`)}\n`), 'a');
    expect({ target, task, classes }).toEqual({ target: 'a', task: 'regression', classes: undefined });
  });

  it('leaves out identifiers, and columns that are neither numbers nor categories', () => {
    const row = (i: number) => `${i},${900 - i},Name ${i},${i % 3 === 0 ? 'PC' : ''}${i},,${i * 2},${i % 2}`;
    const table = tableOf(`PassengerId,valid,name,ticket,cabin,fare,survived\n${rows(40, row)}\n`);
    const { features, missing } = describeTable(table);
    expect(features).toEqual(['valid', 'fare']);
    expect(missing).toBeUndefined();
  });

  it.each([
    ['a feature', '1,x\n,y\n2,x\n', 'impute'],
    ['the target', '1,x\n2,\n,y\n', 'drop_row'],
  ])('says how to go on when %s has gaps', (_, text, missing) => {
    expect(describeTable(tableOf(`a,class\n${text}`)).missing).toBe(missing);
  });
});
