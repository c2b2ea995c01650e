import { expect, it } from 'vitest';
import { worstFirst } from '../../src/worker/samples';

it('the worst sample comes first, what is no number before all, and of equals the first', () => {
  const sampleLosses = Float32Array.of(1, Number.NaN, 3, 0.5, 3, Number.NaN, Number.POSITIVE_INFINITY, 2);
  expect(worstFirst({ sampleLosses })).toEqual([1, 5, 6, 2, 4, 7, 0, 3]);
});
