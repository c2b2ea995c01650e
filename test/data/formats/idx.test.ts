import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/data/formats';
import { dataErrorOf, idxBytes, numbersOf } from '../support';

const read = (bytes: Uint8Array) => readTable(bytes, { key: 'data.path', path: 'images-idx3-ubyte' });

describe('an IDX file', () => {
  it('of images has a column a pixel, over the same bytes', () => {
    const bytes = idxBytes([2, 2, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255]);
    const table = read(bytes);
    expect(table).toMatchObject({ nRows: 2, image: { width: 3, height: 2 } });
    expect(table.columns.map(column => column.name)).toEqual([
      'pixel_0_0',
      'pixel_0_1',
      'pixel_0_2',
      'pixel_1_0',
      'pixel_1_1',
      'pixel_1_2',
    ]);
    expect(numbersOf(table, 1)).toEqual([7, 8, 9, 10, 11, 255]);
    for (const column of table.columns) expect(column).toHaveProperty('values', bytes);
  });

  it('of labels has one column', () => {
    const table = read(idxBytes([3], [7, 0, 9]));
    expect(table.target).toBe('label');
    expect([0, 1, 2].map(row => numbersOf(table, row)[0])).toEqual([7, 0, 9]);
  });

  it('may begin within a larger buffer', () => {
    const larger = new Uint8Array(100);
    larger.set(idxBytes([2], [3, 4]), 50);
    expect(numbersOf(read(larger.subarray(50, 60)), 1)).toEqual([4]);
  });

  it.each([
    ['no bytes', new Uint8Array()],
    ['a wrong magic', Uint8Array.from([1, 0, 8, 1, 0, 0, 0, 1, 5])],
    ['floats', idxBytes([1], [0, 0, 0, 0], 0x0d)],
    ['no dimension', idxBytes([], [])],
    ['two dimensions', idxBytes([1, 1], [0])],
    ['half a header', idxBytes([2, 2, 3], []).subarray(0, 9)],
    ['too few bytes', idxBytes([3], [1, 2])],
    ['trailing bytes', idxBytes([3], [1, 2, 3, 4])],
    ['sizes whose product passes 2^32', idxBytes([2 ** 16, 2 ** 16, 1], [])],
    ['sizes whose product passes 2^64', idxBytes([2 ** 31, 2 ** 31, 4], [])],
    ['no image', idxBytes([0, 2, 2], [])],
    ['images without pixels', idxBytes([5, 0, 2], [])],
  ])('with %s is refused', (_, bytes) => {
    expect(dataErrorOf(() => read(bytes))).toMatchObject({ code: 'bad-idx', key: 'data.path' });
  });
});
