import type { FloatArray } from '../../engine/array';
import type { Terms } from './pass';

/** Numbers of one array that a view gets at most, but for layers of very many units. */
const maxShown = 4096;
const minTerms = 8;

/** How many of `n` numbers each of `nGroups` gets. */
export const nShownOf = (n: number, nGroups: number): number =>
  Math.min(n, Math.max(minTerms, Math.floor(maxShown / nGroups)));

/** Σ weight · factor over `nTerms`, for each of `nSums`. */
export interface Products {
  readonly nSums: number;
  readonly nTerms: number;
  readonly weightAt: (sum: number, term: number) => number;
  /** (terms) */
  readonly factors: FloatArray;
}

/** The terms of each sum, the largest first; those that are too many to show are added up. */
export function largestTerms({ nSums, nTerms, weightAt, factors }: Products): Terms {
  const nShown = nShownOf(nTerms, nSums);
  const of = new Int32Array(nSums * nShown);
  const weights = new Float32Array(nSums * nShown);
  const shown = new Float32Array(nSums * nShown);
  const rest = new Float32Array(nSums);
  const products = new Float64Array(nTerms);
  for (let sum = 0; sum < nSums; sum++) {
    let total = 0;
    for (let i = 0; i < nTerms; i++) total += products[i] = weightAt(sum, i) * factors[i]!;
    for (const [k, i] of largest(products, nShown).entries()) {
      of[sum * nShown + k] = i;
      weights[sum * nShown + k] = weightAt(sum, i);
      shown[sum * nShown + k] = products[i]!;
      total -= products[i]!;
    }
    rest[sum] = nShown < nTerms ? total : 0;
  }
  return { nTerms, nShown, of, weights, products: shown, rest };
}

/** Indices of the `n` values with the largest magnitudes, the largest first; of equals the first. */
export function largest(values: FloatArray, n: number): number[] {
  const magnitudes = new Float64Array(values.length);
  // What is no number counts as the largest: it is what a person looks for.
  for (let i = 0; i < values.length; i++)
    magnitudes[i] = Number.isNaN(values[i]) ? Number.POSITIVE_INFINITY : Math.abs(values[i]!);
  const threshold = magnitudes.slice().sort()[values.length - n] ?? 0;
  const candidates: number[] = [];
  for (let i = 0; i < values.length; i++) if (magnitudes[i]! >= threshold) candidates.push(i);
  return candidates
    .sort((a, b) => (magnitudes[a] === magnitudes[b] ? a - b : magnitudes[b]! - magnitudes[a]!))
    .slice(0, n);
}
