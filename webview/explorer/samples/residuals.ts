/** Predicted against actual values: where the points lie, and how far they are off. */
import type { ValueOutcomes } from '../../../src/protocol';
import type { Ends } from '../brush';

/** One scale for both axes, so that the diagonal is where prediction and truth agree. */
export function scaleOf({ trueValue, predictedValue }: ValueOutcomes): Ends {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const values of [trueValue, predictedValue])
    for (const value of values) {
      if (!Number.isFinite(value)) continue;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
  if (min > max) return { min: 0, max: 1 };
  const margin = (max - min || Math.abs(max) || 1) * 0.04;
  return { min: min - margin, max: max + margin };
}

export interface Errors {
  /** Mean of the absolute residuals, and root of the mean of their squares; in original units. */
  readonly meanAbsolute: number;
  readonly rootMeanSquare: number;
  /** Share of the variance of the true values that the predictions explain; NaN where these do not vary. */
  readonly rSquared: number;
}

export function errorsOf({ trueValue, predictedValue }: ValueOutcomes): Errors {
  const n = trueValue.length;
  const mean = trueValue.reduce((sum, value) => sum + value, 0) / n;
  const sums = { absolute: 0, squares: 0, variance: 0 };
  for (let i = 0; i < n; i++) {
    const residual = predictedValue[i]! - trueValue[i]!;
    sums.absolute += Math.abs(residual);
    sums.squares += residual ** 2;
    sums.variance += (trueValue[i]! - mean) ** 2;
  }
  return {
    meanAbsolute: sums.absolute / n,
    rootMeanSquare: Math.sqrt(sums.squares / n),
    rSquared: sums.variance > 0 ? 1 - sums.squares / sums.variance : Number.NaN,
  };
}

/** Samples whose true values are neighbours. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly indices: readonly number[];
  readonly meanPredicted: number;
  readonly largestResidual: number;
}

/** As many samples in each as in the others, by ascending true value; of one value all in the same. */
export function binsOf({ trueValue, predictedValue }: ValueOutcomes, nBins: number): Bin[] {
  const sorted = Array.from(trueValue.keys()).sort((a, b) => trueValue[a]! - trueValue[b]! || a - b);
  const bins: Bin[] = [];
  for (let start = 0; start < sorted.length; ) {
    const left = nBins - bins.length;
    let end = left <= 1 ? sorted.length : start + Math.ceil((sorted.length - start) / left);
    while (end < sorted.length && trueValue[sorted[end]!] === trueValue[sorted[end - 1]!]) end++;
    bins.push(binOf(sorted.slice(start, end), trueValue, predictedValue));
    start = end;
  }
  return bins;
}

function binOf(indices: readonly number[], trueValue: Float32Array, predictedValue: Float32Array): Bin {
  const residuals = indices.map(i => predictedValue[i]! - trueValue[i]!);
  return {
    from: trueValue[indices[0]!]!,
    to: trueValue[indices.at(-1)!]!,
    indices,
    meanPredicted: indices.reduce((sum, i) => sum + predictedValue[i]!, 0) / indices.length,
    largestResidual: residuals.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a)),
  };
}
