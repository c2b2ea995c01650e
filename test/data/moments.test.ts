import { describe, expect, it } from 'vitest';
import { momentsOf } from '../../src/data/moments';
import type { NumericColumn } from '../../src/data/types';

const moments = (values: number[]) => {
  const column: NumericColumn = {
    kind: 'numeric',
    name: 'a',
    values: Float64Array.from(values),
    offset: 0,
    stride: 1,
  };
  return momentsOf(column, Uint32Array.from(values.keys()));
};

describe('momentsOf', () => {
  it('is worked by hand', () => {
    // Mean (2 + 4 + 4 + 6) / 4 = 4, variance (4 + 0 + 0 + 4) / 4 = 2.
    expect(moments([2, 4, 4, 6])).toEqual({ nPresent: 4, mean: 4, std: Math.SQRT2, min: 2, max: 6 });
  });

  it('passes over missing cells', () => {
    expect(moments([1, Number.NaN, 3])).toMatchObject({ nPresent: 2, mean: 2, std: 1 });
    expect(moments([Number.NaN]).nPresent).toBe(0);
  });

  it('finds no spread at all in a constant column', () => {
    expect(moments(Array<number>(10).fill(0.1))).toMatchObject({ mean: 0.1, std: 0 });
  });

  it('keeps its digits far from zero', () => {
    expect(moments([1e9, 1e9 + 2]).std).toBe(1);
  });
});
