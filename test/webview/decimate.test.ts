import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Curve, curveOf } from '../../webview/charts/curve';
import { decimated, extentWithin } from '../../webview/charts/decimate';
import { type Scale, toPixel } from '../../webview/charts/scale';

const curve = (points: readonly (readonly [x: number, y: number])[]) =>
  curveOf(
    points.map(([x, y]) => ({ x, y })),
    {
      name: 'y',
      x: ({ x }) => x,
      begin:
        () =>
        ({ y }) =>
          y,
    },
  );
const even = (ys: readonly number[]) => curve(ys.map((y, i) => [i, y] as const));
const x = (min: number, max: number, pixels: number) => ({ min, max, isLog: false, start: 0, end: pixels });
/** Places in pixels, values as they are. */
const pairs = (curve: Curve, scale: Scale) =>
  decimated(curve, scale).map(({ x, y }): [number, number] => [toPixel(scale)(x), y]);

describe('a line', () => {
  test('with few points has all of them', () => {
    expect(pairs(even([5, 1, 7]), x(0, 10, 10))).toEqual([
      [0, 5],
      [1, 1],
      [2, 7],
    ]);
  });

  test('keeps the first, lowest, highest and last point of each pixel column, in their order', () => {
    // Six points in the first pixel, one in the second.
    const line = pairs(even([4, 2, 9, 1, 3, 6, 50]), x(0, 6, 1));
    expect(line.map(([, value]) => value)).toEqual([4, 9, 1, 6, 50]);
  });

  test('is bounded by what is seen and not by how long the curve is', () => {
    const line = pairs(even(Array.from({ length: 100_000 }, (_, i) => (i * 37) % 100)), x(0, 1e5, 300));
    expect(line.length).toBeLessThanOrEqual(4 * 301);
    expect(line.length).toBeGreaterThan(3 * 300);
  });

  test('of a part has its real points and leads over both edges', () => {
    const line = pairs(even(Array.from({ length: 1000 }, (_, i) => i % 7)), x(500.5, 503.5, 300));
    expect(line.map(([, value]) => value)).toEqual([500, 501, 502, 503, 504].map(i => i % 7));
  });

  test('is broken where values are missing', () => {
    const gap = Number.NaN;
    expect(pairs(even([gap, 1, gap, gap, 2]), x(0, 10, 10))).toEqual([
      [1, 1],
      [2, gap],
      [4, 2],
    ]);
    // Gaps without number cost nothing either.
    const torn = even(Array.from({ length: 100_000 }, (_, i) => (i % 2 ? gap : i % 100)));
    expect(pairs(torn, x(0, 1e5, 100)).length).toBeLessThanOrEqual(10 * 102);
  });

  test('covers in each pixel column what the whole curve covers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 300 }), ys => {
        const scale = x(0, ys.length, 20);
        const columnsOf = (points: number[][]) => {
          const columns = new Map<number, [number, number]>();
          for (const [at, value] of points) {
            const [low, high] = columns.get(Math.floor(at!)) ?? [value!, value!];
            columns.set(Math.floor(at!), [Math.min(low, value!), Math.max(high, value!)]);
          }
          return columns;
        };
        const whole = ys.map((value, i) => [(i / ys.length) * 20, value]);
        expect(columnsOf(pairs(even(ys), scale))).toEqual(columnsOf(whole));
      }),
    );
  });
});

test('the values between two ends of x', () => {
  const seen = extentWithin(even([9, 3, Number.NaN, 5, 20]), { min: 1, max: 3 });
  expect(seen).toMatchObject({ first: 3, lowest: 3, highest: 5 });
});
