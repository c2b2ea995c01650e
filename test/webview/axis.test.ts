import { describe, expect, test } from 'vitest';
import {
  accuracyAxis,
  epochAxis,
  epochAxisEnd,
  fittedAxis,
  linearLossAxis,
  logLossAxis,
  stepUp,
} from '../../webview/charts/axis';
import { extentOf } from '../../webview/charts/curve';

test('stepUp finds the next round number, and leaves round ones alone', () => {
  expect([0.07, 0.3, 1, 2.2, 7, 11, 950].map(stepUp)).toEqual([0.08, 0.3, 1, 2.5, 8, 15, 1000]);
});

describe('epoch axis', () => {
  test('grows in steps while training, up to the plan', () => {
    expect([0, 9, 10, 11, 27].map(last => epochAxisEnd(last, 30, 'running'))).toEqual([10, 10, 10, 15, 30]);
  });

  test('never promises more epochs than planned', () => expect(epochAxisEnd(1, 3, 'paused')).toBe(3));

  test('shows the steps of the first epoch while it pauses there', () =>
    expect(epochAxisEnd(0, 30, 'paused')).toBe(1));

  test('of an ended run ends with its last epoch', () => expect(epochAxisEnd(12, 30, 'stopped')).toBe(12));

  test('has an extent even before the first epoch', () => expect(epochAxisEnd(0, 30, 'failed')).toBe(1));
});

describe('loss axis', () => {
  test('holds the curves and the reference', () => {
    expect(linearLossAxis(extentOf([2.1, 0.5]), Math.log(10))).toEqual({ min: 0, max: 2.5 });
  });

  test('does not move for a point below its end', () => {
    expect(linearLossAxis(extentOf([2.1, 0.5, 2.4]), null)).toEqual(
      linearLossAxis(extentOf([2.1, 0.5]), null),
    );
  });

  test('lets a diverging curve leave the chart', () => {
    expect(linearLossAxis(extentOf([2, 7, 1e30]), null).max).toBe(8);
  });

  test('ends with the largest number there is', () => {
    const huge = extentOf([1.7e308]);
    expect(linearLossAxis(huge, null).max).toBe(Number.MAX_VALUE);
    expect(logLossAxis(huge, null).max).toBe(Number.MAX_VALUE);
  });

  test('holds without any value', () => {
    expect(linearLossAxis(extentOf([]), null)).toEqual({ min: 0, max: 1 });
    expect(logLossAxis(extentOf([]), null)).toEqual({ min: 0.1, max: 1 });
  });

  test('when logarithmic has whole powers of ten and skips zeros', () => {
    expect(logLossAxis(extentOf([0, 0.03, 2]), null)).toEqual({ min: 0.01, max: 10 });
    expect(logLossAxis(extentOf([1]), null)).toEqual({ min: 1, max: 10 });
  });
});

test('the accuracy axis begins at a round number below the curves', () => {
  expect([0.1, 0.65, 0.85, 0.97].map(value => accuracyAxis(extentOf([value, 0.99])).min)).toEqual([
    0, 0.5, 0.8, 0.9,
  ]);
  expect(accuracyAxis(extentOf([]))).toEqual({ min: 0, max: 1 });
});

test('a logarithmic axis of epochs begins with the first, or with the first step while there is no other', () => {
  expect(epochAxis(30, false, 45)).toEqual({ min: 0, max: 30 });
  expect(epochAxis(30, true, 45)).toEqual({ min: 1, max: 30 });
  expect(epochAxis(1, true, 45)).toEqual({ min: 1 / 45, max: 1 });
});

describe('the axis of a part', () => {
  const whole = { min: 0, max: 2.5 };
  test('has round ends around what is seen, within the whole axis', () => {
    expect(fittedAxis(extentOf([0.31, 0.34]), false, whole)).toEqual({
      min: expect.closeTo(0.305),
      max: expect.closeTo(0.345),
    });
    expect(fittedAxis(extentOf([0.01, 9]), false, whole)).toEqual(whole);
  });

  test('holds a curve that has stopped moving but for the last digit', () => {
    const { min, max } = fittedAxis(extentOf([0.3, 0.30000000000000004]), false, whole);
    expect(min).toBeLessThanOrEqual(0.3);
    expect(max).toBeGreaterThanOrEqual(0.30000000000000004);
    expect(max).toBeGreaterThan(min);
  });

  test('is the whole axis where nothing is seen', () => {
    expect(fittedAxis(extentOf([]), false, whole)).toEqual(whole);
  });
});
