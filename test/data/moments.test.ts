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

  it('counts bytes to the same figures', () => {
    const values = Array.from({ length: 50 }, (_, i) => (i * 37) % 256);
    const column = {
      kind: 'numeric',
      name: 'a',
      values: Uint8Array.from([9, 9, ...values]),
      offset: 2,
    } as const;
    const { std, ...others } = momentsOf({ ...column, stride: 1 }, Uint32Array.from(values.keys()));
    const expected = moments(values);
    expect({ ...others, std: 0 }).toEqual({ ...expected, std: 0 });
    expect(std).toBeCloseTo(expected.std, 10);
    expect(momentsOf({ ...column, stride: 1, offset: 0 }, Uint32Array.of(0, 1))).toMatchObject({
      mean: 9,
      std: 0,
    });
  });
});
