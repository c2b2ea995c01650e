import { describe, expect, test } from 'vitest';
import { type Curve, type CurveSource, curveOf, extentOf, union } from '../../webview/charts/curve';

interface Item {
  readonly x: number;
  readonly y: number;
}
const items = (...ys: number[]): Item[] => ys.map((y, i) => ({ x: i + 1, y }));
const valuesOf = ({ y, length }: Curve) => [...y.subarray(0, length)];

/** Reads the values and counts how often. */
function counting(changed: Partial<CurveSource<Item>> = {}) {
  let nRead = 0;
  const begin = () => (item: Item) => {
    nRead++;
    return item.y;
  };
  const source = { name: 'y', x: ({ x }: Item) => x, begin, ...changed };
  return { source, nRead: () => nRead };
}

describe('a curve', () => {
  test('reads only what has come since', () => {
    const { source, nRead } = counting();
    const all = items(...Array.from({ length: 200 }, (_, i) => i));
    const before = curveOf(all.slice(0, 150), source);
    const after = curveOf(all, source);
    expect(valuesOf(after)).toEqual(all.map(({ y }) => y));
    expect(nRead()).toBe(200);
    // What was handed out stays as it was.
    expect(before.length).toBe(150);
    expect(before.extent.highest).toBe(149);
    expect(curveOf(all, source)).toBe(after);
  });

  test('is made anew when points between were left out, or with another weight', () => {
    const all = items(5, 6, 7, 8);
    const { source } = counting();
    curveOf(all, source);
    expect(valuesOf(curveOf([all[0]!, all[2]!], source))).toEqual([5, 7]);
    expect(valuesOf(curveOf([all[0]!, all[3]!, all[2]!], source))).toEqual([5, 8, 7]);
    const doubled = counting({
      weight: 0.5,
      begin:
        () =>
        ({ y }) =>
          2 * y,
    });
    expect(valuesOf(curveOf(all, doubled.source))).toEqual([10, 12, 14, 16]);
  });

  test('knows its ends, where it begins, and where it breaks', () => {
    const { extent, brokenAt } = curveOf(items(2, Number.NaN, -1, 0.5, 3), counting().source);
    expect(extent).toEqual({ first: 2, lowest: -1, highest: 3, lowestPositive: 0.5 });
    expect(brokenAt).toBe(2);
  });

  test('of nothing is empty', () => {
    expect(curveOf([], counting().source)).toMatchObject({ length: 0, brokenAt: null });
  });
});

test('two extents together have the first value of the first', () => {
  expect(union(extentOf([3, 4]), extentOf([1, 9]))).toEqual({
    first: 3,
    lowest: 1,
    highest: 9,
    lowestPositive: 1,
  });
  expect(union(extentOf([]), extentOf([1, 9])).first).toBe(1);
  expect(union(extentOf([2]), extentOf([]))).toEqual(extentOf([2]));
});
