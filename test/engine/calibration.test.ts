import { expect, it } from 'vitest';
import { calibration } from '../../src/engine/calibration';

/*
 * Five bins. 0.25 and 0.35 lie in (0.2, 0.4], one of two is right: |0.30 − 0.5| = 0.2.
 * 0.9, 0.95 and 1 lie in (0.8, 1], two of three are right: |0.95 − 2/3| = 0.28333….
 * Weighted: (2 · 0.2 + 3 · 0.28333…) / 5 = 0.25.
 */
it('is worked by hand', () => {
  const isCorrect = [true, false, true, true, false];
  const { bins, expectedError } = calibration([0.25, 0.35, 0.9, 0.95, 1], i => isCorrect[i]!, 5);
  expect(expectedError).toBeCloseTo(0.25, 12);
  expect(bins.map(({ count }) => count)).toEqual([0, 2, 0, 0, 3]);
  expect(bins[0]).toEqual({ count: 0, confidence: null, accuracy: null });
  expect(bins[1]!.confidence).toBeCloseTo(0.3, 12);
  expect(bins[1]!.accuracy).toBe(0.5);
  expect(bins[4]!.confidence).toBeCloseTo(0.95, 12);
  expect(bins[4]!.accuracy).toBeCloseTo(2 / 3, 12);
});

it('puts the upper edge into its bin, and 0 into the first', () => {
  const { bins } = calibration([0, 0.5, 0.75, 1], () => true, 4);
  expect(bins.map(({ count }) => count)).toEqual([1, 1, 1, 1]);
});

it('leaves out what is no number, and says nothing of nothing', () => {
  expect(calibration([Number.NaN, 0.7], () => true, 2).expectedError).toBeCloseTo(0.3, 12);
  expect(calibration([Number.NaN], () => true, 2).expectedError).toBeNull();
});
