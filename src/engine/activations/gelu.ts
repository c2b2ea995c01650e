import type { Activation } from '../activations';
import { erfc } from '../erf';

/** Standard normal distribution function; by erfc, which keeps its digits far left of 0, where 1 + erf has none. */
const cumulative = (z: number) => 0.5 * erfc(-z * Math.SQRT1_2);
const density = (z: number) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);

/**
 * Gaussian error linear unit, z Φ(z): a smooth relu that dips to −0.17 left of 0; derivative Φ(z) + z φ(z).
 * Exact, not by tanh. Source: Hendrycks and Gimpel 2016, section 2.
 */
export const gelu: Activation = {
  value: z => z * cumulative(z),
  derivative: z => cumulative(z) + z * density(z),
  weightInit: 'he_normal',
  canDie: false,
  flatBeyond: null,
};
