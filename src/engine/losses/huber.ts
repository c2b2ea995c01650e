import { ofDifference } from './difference';

/** Where the parabola goes over into lines; PyTorch's default. */
const delta = 1;

/**
 * Mean of ½ d² where |d| ≤ δ, and of the tangent δ (|d| − ½ δ) beyond: the derivative is d, cut off at ±δ.
 * Source: Huber 1964, section 1.
 */
export const huber = ofDifference(
  d => (Math.abs(d) <= delta ? 0.5 * d * d : delta * (Math.abs(d) - 0.5 * delta)),
  d => Math.max(-delta, Math.min(delta, d)),
);
