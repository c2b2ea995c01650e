import { describe, expect, test } from 'vitest';
import { ticksOf, toPixel, toValue } from '../../webview/charts/scale';
import { panned, within, zoomed } from '../../webview/charts/zoom';

const linear = { min: 0, max: 10, isLog: false };
const log = { min: 0.01, max: 100, isLog: true };
const upwards = { start: 200, end: 0 };

describe('a scale', () => {
  test('leads from values to pixels and back', () => {
    expect(toPixel({ ...linear, ...upwards })(2.5)).toBe(150);
    expect(toPixel({ ...log, ...upwards })(1)).toBeCloseTo(100);
    for (const scale of [linear, log])
      expect(toValue({ ...scale, ...upwards }, toPixel({ ...scale, ...upwards })(3))).toBeCloseTo(3);
  });

  test('never leads to where no canvas can draw', () => {
    const pixel = toPixel({ ...linear, ...upwards });
    for (const value of [1e300, -1e300, Number.POSITIVE_INFINITY])
      expect(Math.abs(pixel(value))).toBeLessThanOrEqual(1e4);
    // 0 lies below every power of ten.
    expect(toPixel({ ...log, ...upwards })(0)).toBe(1e4);
  });
});

describe('ticks', () => {
  test('are round and evenly spread', () => {
    expect(ticksOf({ ...linear, max: 2.5 }, 5)).toMatchObject({
      values: [0, 0.5, 1, 1.5, 2, 2.5],
      decimals: 1,
    });
    expect(ticksOf({ min: 99_990, max: 100_000, isLog: false }, 4).values).toEqual([99_990, 99_995, 100_000]);
    expect(ticksOf({ min: 0.1234, max: 0.1236, isLog: false }, 4)).toMatchObject({ decimals: 5 });
  });

  test('of a logarithmic axis are powers of ten, with a grid between where there is room', () => {
    const { values, minor } = ticksOf(log, 5);
    expect(values).toEqual([0.01, 0.1, 1, 10, 100]);
    expect(minor).toContain(0.5);
    expect(ticksOf({ ...log, min: 1e-12 }, 5)).toMatchObject({ minor: [] });
    expect(ticksOf({ ...log, min: 1e-12 }, 5).values.length).toBeLessThanOrEqual(5);
  });

  test('of a small part of a logarithmic axis are round too', () => {
    expect(ticksOf({ min: 2, max: 4, isLog: true }, 4).values).toEqual([2, 2.5, 3, 3.5, 4]);
  });

  test('come to an end where the numbers of the axis do', () => {
    const neighbours = { min: 0.3, max: 0.30000000000000004 };
    const ends = [neighbours, { min: 1e9, max: 1e9 + 2e-7 }, { min: 5, max: 5 }, { min: 0, max: 0 }];
    for (const { min, max } of [...ends, { min: -Number.MAX_VALUE, max: Number.MAX_VALUE }])
      expect(ticksOf({ min, max, isLog: false }, 8)).toEqual({ values: [], minor: [], decimals: 0 });
    expect(ticksOf({ min: 0, max: Number.MAX_VALUE, isLog: false }, 4).values.length).toBeGreaterThan(2);
    expect(ticksOf({ min: 0, max: 5e-324, isLog: false }, 4).values.length).toBeLessThan(10);
  });
});

describe('zoom', () => {
  const whole = { min: 0, max: 100 };
  const axis = { ...whole, isLog: false };

  test('keeps the place of the pointer', () => {
    expect(zoomed(axis, whole, 2, 0.25)).toEqual({ min: 12.5, max: 62.5 });
    expect(zoomed({ min: 1, max: 100, isLog: true }, { min: 1, max: 100 }, 2)).toEqual({
      min: expect.closeTo(10 ** 0.5),
      max: expect.closeTo(10 ** 1.5),
    });
  });

  test('out to the whole is no zoom any more', () => {
    expect(zoomed({ min: 20, max: 60, isLog: false }, whole, 0.1)).toBeNull();
    expect(zoomed({ min: 0, max: 40, isLog: false }, whole, 0.8)).toEqual({ min: 0, max: 45 });
  });

  test('ends where numbers do', () => {
    const deep = { min: 50, max: 50.00011, isLog: false };
    expect(zoomed(deep, whole, 100)).toEqual({ min: 50, max: 50.00011 });
  });

  test('a move stops at the ends of the axis', () => {
    const part = { min: 40, max: 60, isLog: false };
    expect(panned(part, whole, 0.5)).toEqual({ min: 50, max: 70 });
    expect(panned(part, whole, 5)).toEqual({ min: 80, max: 100 });
    expect(panned(part, whole, -5)).toEqual({ min: 0, max: 20 });
  });

  test('a rectangle may be drawn from right to left', () => {
    expect(within(axis, whole, 0.6, 0.2)).toEqual({ min: 20, max: 60 });
  });
});
