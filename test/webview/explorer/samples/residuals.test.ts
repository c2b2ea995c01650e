import { describe, expect, it } from 'vitest';
import type { ValueOutcomes } from '../../../../src/protocol';
import { binsOf, errorsOf, scaleOf } from '../../../../webview/explorer/samples/residuals';

const outcomes = (trueValue: number[], predictedValue: number[]): ValueOutcomes => ({
  ...{
    kind: 'value',
    trueValue: Float32Array.from(trueValue),
    predictedValue: Float32Array.from(predictedValue),
  },
});

describe('the scale', () => {
  it('is one for both axes, with a margin', () => {
    expect(scaleOf(outcomes([0, 50], [10, 100]))).toEqual({ min: -4, max: 104 });
  });

  it('leaves out what is not finite, and has room for a single value', () => {
    expect(scaleOf(outcomes([5], [Number.NaN]))).toEqual({ min: 4.8, max: 5.2 });
    expect(scaleOf(outcomes([Number.NaN], [Number.POSITIVE_INFINITY]))).toEqual({ min: 0, max: 1 });
  });
});

it('errors, worked by hand', () => {
  // Residuals 1, −1, 4; deviations from the mean 2 are −1, 0, 1: squares 18 against 2.
  const { meanAbsolute, rootMeanSquare, rSquared } = errorsOf(outcomes([1, 2, 3], [2, 1, 7]));
  expect([meanAbsolute, rootMeanSquare, rSquared]).toEqual([2, Math.sqrt(6), 1 - 18 / 2]);
  expect(errorsOf(outcomes([1, 2], [1, 2])).rSquared).toBe(1);
  expect(errorsOf(outcomes([2, 2], [1, 2])).rSquared).toBeNaN();
});

describe('bins', () => {
  it('have as many samples each, by ascending true value', () => {
    const bins = binsOf(outcomes([5, 1, 4, 2, 3], [6, 1, 1, 2, 3]), 2);
    expect(bins).toEqual([
      { from: 1, to: 3, indices: [1, 3, 4], meanPredicted: 2, largestResidual: 0 },
      { from: 4, to: 5, indices: [2, 0], meanPredicted: 3.5, largestResidual: -3 },
    ]);
  });

  it('keep equal values together, so that there may be fewer', () => {
    const sizes = (values: number[]) =>
      binsOf(outcomes(values, values), 3).map(({ indices }) => indices.length);
    expect(sizes([7, 7, 7, 7, 7, 8])).toEqual([5, 1]);
    expect(sizes([7, 7, 7])).toEqual([3]);
    expect(sizes([])).toEqual([]);
  });
});
