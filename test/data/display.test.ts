import { describe, expect, it } from 'vitest';
import { cellsOf, picturesOf } from '../../src/data/display';
import { encode } from '../../src/data/encode';
import { loadDataset } from '../../src/data/load';
import { optionsOf, sourceOf, tableOf } from './support';

const load = (text: string, more = {}) =>
  loadDataset(
    optionsOf({ path: 'a.csv', target: 'class', validation_fraction: 0, scaling: 'none', ...more }),
    1,
    sourceOf({ 'a.csv': text }),
  );

describe('cellsOf', () => {
  it('puts the strangest cells first, in original units', async () => {
    const { preprocessing } = await load('a,colour,b,c,class\n1,red,2,7,x\n3,red,4,7,y\n5,blue,6,7,x\n');
    // a: mean 3, b: mean 4, both with variance 8/3; c is constant.
    const std = Math.sqrt(8 / 3);
    const table = tableOf('class,a,b,c,colour\ny,0,0,0,red\nx,4,1,7,green\n');
    const part = encode(table, Uint32Array.of(1), preprocessing);
    expect(cellsOf(part, preprocessing)(0)).toEqual([
      { name: 'b', text: '1', deviation: -3 / std },
      { name: 'a', text: '4', deviation: 1 / std },
      { name: 'colour', text: 'green', deviation: null },
      { name: 'c', text: '7', deviation: 0 },
    ]);
  });

  it('has no deviation for a missing cell', async () => {
    const { train, preprocessing } = await load('a,b,class\n1,1,x\n,2,y\n', { missing: 'impute' });
    const cell = cellsOf(train, preprocessing)(1).find(({ name }) => name === 'a');
    expect(cell).toEqual({ name: 'a', text: '', deviation: null });
  });
});

describe('picturesOf', () => {
  it('has 255 for the brightest cell of the training part and 0 for dark ones', async () => {
    const image = { width: 2, height: 1 };
    const { train, preprocessing } = await load('p,q,class\n0,8,x\n16,-4,y\n', { image });
    const picture = picturesOf(train.table, preprocessing);
    expect([...picture(0)]).toEqual([0, 128]);
    expect([...picture(1)]).toEqual([255, 0]);
    // Another file is as bright as the training part makes it.
    const other = picturesOf(tableOf('p,q,class\n32,4,x\n'), preprocessing);
    expect([...other(0)]).toEqual([255, 64]);
  });
});
