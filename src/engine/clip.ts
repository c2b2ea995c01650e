import { type FloatArray, norm } from './array';

/** What a gradient of that norm is multiplied by; 1e-6 as in PyTorch's clip_grad_norm_. */
export const clipFactor = (gradientNorm: number, maxNorm: number) =>
  Math.min(1, maxNorm / (gradientNorm + 1e-6));

/**
 * Gradient clipping by global norm: all gradients times maxNorm / (‖g‖ + 1e-6) where that is less than 1.
 * @param gradients of all parameters, weights and biases; scaled in place
 * The norm is Euclidean, over all of them together, so that the direction stays.
 * Source: Pascanu, Mikolov, Bengio 2013, algorithm 1.
 */
export function clipByNorm(gradients: readonly FloatArray[], maxNorm: number) {
  const factor = clipFactor(Math.hypot(...gradients.map(norm)), maxNorm);
  if (factor === 1) return;
  for (const gradient of gradients) for (let i = 0; i < gradient.length; i++) gradient[i]! *= factor;
}
