import { describe, expect, it } from 'vitest';
import { Random } from '../../../src/engine/random';
import { largest, largestTerms, nShownOf } from '../../../src/worker/backprop/terms';

describe('the largest terms of sums', () => {
  it('come first by magnitude, each with its weight', () => {
    const weights = [
      [1, -3, 2],
      [0.5, 0, -4],
    ];
    const terms = largestTerms({
      ...{ nSums: 2, nTerms: 3, factors: Float64Array.of(1, 1, 0.5) },
      weightAt: (sum, i) => weights[sum]![i]!,
    });
    expect(terms).toMatchObject({ nTerms: 3, nShown: 3 });
    expect([...terms.of]).toEqual([1, 0, 2, 2, 0, 1]);
    expect([...terms.weights]).toEqual([-3, 1, 2, -4, 0.5, 0]);
    expect([...terms.products]).toEqual([-3, 1, 1, -2, 0.5, 0]);
    expect([...terms.rest]).toEqual([0, 0]);
  });

  it('of a large layer are few, and all others are added up', () => {
    const random = Random.seeded(2);
    const [nSums, nTerms] = [1000, 300];
    const weights = Float32Array.from({ length: nSums * nTerms }, () => random.normal());
    const factors = Float32Array.from({ length: nTerms }, () => random.normal());
    const weightAt = (sum: number, i: number) => weights[sum * nTerms + i]!;
    const { nShown, of, products, rest } = largestTerms({ nSums, nTerms, factors, weightAt });
    expect(nShown).toBe(8);
    for (const sum of [0, 500, 999]) {
      const all = Array.from(factors, (factor, i) => weightAt(sum, i) * factor);
      const shown = [...products.subarray(sum * nShown, (sum + 1) * nShown)];
      const magnitudes = all.map(Math.abs).sort((a, b) => b - a);
      for (const [k, value] of shown.entries()) expect(Math.abs(value)).toBeCloseTo(magnitudes[k]!, 6);
      expect(all[of[sum * nShown]!]).toBeCloseTo(shown[0]!, 6);
      const total = all.reduce((a, b) => a + b, 0);
      expect(shown.reduce((a, b) => a + b, rest[sum]!)).toBeCloseTo(total, 4);
    }
  });

  it('are bounded by the number of sums, but never fewer than 8', () => {
    expect([nShownOf(64, 64), nShownOf(784, 512), nShownOf(784, 1e5), nShownOf(3, 1e5)]).toEqual([
      64, 8, 8, 3,
    ]);
  });

  it('what is no number counts as the largest; of equals the first comes first', () => {
    expect(largest(Float32Array.of(1, Number.NaN, -5, 5), 3)).toEqual([1, 2, 3]);
  });
});
