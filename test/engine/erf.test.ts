import { describe, expect, it } from 'vitest';
import { erfc } from '../../src/engine/erf';

/** Python 3.11, math.erfc (glibc): every range of the approximation, and both sides of its borders. */
const table = [
  [-6, 2],
  [-2, 1.9953222650189528],
  [-0.3, 1.3286267594591274],
  [0, 1],
  [0.3, 0.6713732405408726],
  [0.46875, 0.507386526782062],
  [0.5, 0.4795001221869535],
  [1, 0.15729920705028513],
  [2, 0.004677734981047265],
  [3.9, 3.479224859723177e-8],
  [4.1, 6.700027654084918e-9],
  [8, 1.1224297172982928e-29],
  [20, 5.3958656116079005e-176],
] as const;

describe('the complementary error function', () => {
  it.each(table)('at %f', (x, expected) => {
    expect(Math.abs(erfc(x) / expected - 1)).toBeLessThan(x > 4 ? 1e-13 : 1e-15);
  });

  it('ends at 2, at 0 and at what is no number', () => {
    expect([-40, 40, -Infinity, Infinity, Number.NaN].map(erfc)).toEqual([2, 0, 2, 0, Number.NaN]);
  });
});
