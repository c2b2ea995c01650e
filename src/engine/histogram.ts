import type { FloatArray } from './array';

/** How the weights of a layer are spread: bins of equal width from the smallest to the largest. */
export interface Histogram {
  readonly min: number;
  readonly max: number;
  /** One a bin; a value on the border of two is in the upper one, the largest value in the last. */
  readonly counts: number[];
}

export const nBins = 32;

/** Weights looked at, at most: with more, the shape would hardly change. */
export const maxWeightsLookedAt = 4096;

/**
 * Of every weight, or of a large layer every n-th.
 * @param weights (inputs, outputs), row-major
 * @returns null where a weight is not finite
 */
export function histogram(weights: FloatArray, nOutputs: number): Histogram | null {
  const spacing = spacingOf(weights.length, nOutputs);
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < weights.length; i += spacing) {
    min = Math.min(min, weights[i]!);
    max = Math.max(max, weights[i]!);
  }
  if (!Number.isFinite(max - min)) return null;
  const counts = new Array<number>(nBins).fill(0);
  // Where all are alike, the first bin takes them.
  const binsPerUnit = max > min ? nBins / (max - min) : 0;
  for (let i = 0; i < weights.length; i += spacing)
    counts[Math.min(nBins - 1, ((weights[i]! - min) * binsPerUnit) | 0)]!++;
  return { min, max, counts };
}

/** Shares no factor with the row's length, so that every output has its turn. */
function spacingOf(nWeights: number, nOutputs: number): number {
  let spacing = Math.ceil(nWeights / maxWeightsLookedAt);
  while (greatestCommonDivisor(spacing, nOutputs) > 1) spacing++;
  return spacing;
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);
