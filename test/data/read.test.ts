import { describe, expect, it } from 'vitest';
import { readFile, readMain } from '../../src/data/read';
import type { DataOptions } from '../../src/data/types';
import { idxBytes, optionsOf, sourceOf } from './support';

const images = idxBytes([2, 1, 2], [1, 2, 3, 4]);
const labels = idxBytes([2], [7, 9]);
const read = (options: Partial<DataOptions>, files: Record<string, string | Uint8Array> = {}) =>
  readMain(optionsOf(options), 1, sourceOf(files));

describe('the built-in data sets', () => {
  it('hold 150 irises of three species', async () => {
    const table = await read({ builtin: 'iris' });
    expect(table).toMatchObject({ nRows: 150, target: 'species' });
    expect(table.columns[4]).toMatchObject({ categories: ['setosa', 'versicolor', 'virginica'] });
    // The row that scikit-learn and Fisher have, and the copy of UCI has not.
    const cells = table.columns.slice(0, 4).map(column => column.kind === 'numeric' && column.values[34]);
    expect(cells).toEqual([4.9, 3.1, 1.5, 0.2]);
  });

  it('hold 1797 digits of 8 × 8 cells', async () => {
    const table = await read({ builtin: 'digits' });
    expect(table).toMatchObject({ nRows: 1797, target: 'digit', image: { width: 8, height: 8 } });
    expect(table.columns).toHaveLength(65);
  });

  it('are known by name', async () => {
    await expect(read({ builtin: 'irs' })).rejects.toThrow('Did you mean "iris"?');
  });
});

describe('generated data', () => {
  it('has 500 samples unless another number is asked for', async () => {
    expect((await read({ generator: 'spiral' })).nRows).toBe(500);
    expect((await read({ generator: 'gauss', samples: 30, noise: 0.2 })).nRows).toBe(30);
  });

  it('is known by name', async () => {
    await expect(read({ generator: 'spirale' })).rejects.toMatchObject({ key: 'data.generator' });
  });
});

describe('images and their labels', () => {
  it('are joined', async () => {
    const table = await read({ path: 'x.idx', labels_path: 'y.idx' }, { 'x.idx': images, 'y.idx': labels });
    expect(table.columns.map(column => column.name)).toEqual(['pixel_0_0', 'pixel_0_1', 'label']);
    expect(table).toMatchObject({ target: 'label', image: { width: 2, height: 1 } });
  });

  it.each([
    ['t10k-images-idx3-ubyte', 't10k-labels-idx1-ubyte'],
    ['mnist/train-images.idx3-ubyte.gz', 'mnist/train-labels.idx1-ubyte.gz'],
  ])('find each other by name: %s', async (path, labelsPath) => {
    const source = sourceOf({ [path]: images, [labelsPath]: labels });
    expect((await readFile({ key: 'data.test_path', path }, source)).target).toBe('label');
  });

  it('must be of one number', async () => {
    const files = { 'x.idx': images, 'y.idx': idxBytes([3], [1, 2, 3]) };
    await expect(read({ path: 'x.idx', labels_path: 'y.idx' }, files)).rejects.toMatchObject({
      code: 'label-count',
      key: 'data.labels_path',
    });
  });

  it('are asked for when their name cannot be told', async () => {
    await expect(read({ path: 'x.idx' }, { 'x.idx': images })).rejects.toThrow('labels_path');
  });

  it('must not be a whole table', async () => {
    const files = { 'x.idx': images, 'y.csv': 'a,b\n1,2\n1,2\n' };
    await expect(read({ path: 'x.idx', labels_path: 'y.csv' }, files)).rejects.toMatchObject({
      code: 'bad-labels',
    });
  });
});

it('no data at all is an error', async () => {
  await expect(read({})).rejects.toMatchObject({ code: 'no-data', key: 'data.path' });
});
