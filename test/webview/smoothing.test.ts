import { expect, test } from 'vitest';
import { smoother } from '../../webview/charts/smoothing';

const smoothed = (weight: number, values: number[]) => values.map(smoother(weight));

test('the mean is free of the bias towards 0, as worked by hand', () => {
  // w = 0.5: m = 2, 4, 5 from m ← m/2 + v/2; 1 − wᵏ = 1/2, 3/4, 7/8.
  expect(smoothed(0.5, [4, 6, 6])).toEqual([4, 4 / 0.75, 5 / 0.875]);
  // Each value weighs w times the one after it: (0.8²·1 + 0.8·2 + 3) / (0.8² + 0.8 + 1).
  expect(smoothed(0.8, [1, 2, 3])[2]).toBeCloseTo((0.64 + 1.6 + 3) / 2.44, 12);
});

test('equal values stay what they are from the first one on', () => {
  for (const value of smoothed(0.9, [0.3, 0.3, 0.3, 0.3])) expect(value).toBeCloseTo(0.3, 12);
});

test('without weight nothing is smoothed', () => {
  expect(smoothed(0, [3, 1, 2])).toEqual([3, 1, 2]);
});

test('a gap stays a gap, and counts for nothing behind it', () => {
  const [first, gap, infinite, last] = smoothed(0.5, [4, Number.NaN, Number.POSITIVE_INFINITY, 6]);
  expect([gap, infinite]).toEqual([Number.NaN, Number.NaN]);
  expect([first, last]).toEqual([4, 4 / 0.75]);
});
