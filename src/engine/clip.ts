import { type FloatArray, norm } from './array';

/**
 * Gradient clipping by global norm: all gradients times maxNorm / (‖g‖ + 1e-6) where that is less than 1.
 * @param gradients of all parameters, weights and biases; scaled in place
 * The norm is Euclidean, over all of them together, so that the direction stays; 1e-6 as in PyTorch's clip_grad_norm_.
 * Source: Pascanu, Mikolov, Bengio 2013, algorithm 1.
 */
export function clipByNorm(gradients: readonly FloatArray[], maxNorm: number) {
  const factor = maxNorm / (Math.hypot(...gradients.map(norm)) + 1e-6);
  if (factor >= 1) return;
  for (const gradient of gradients) for (let i = 0; i < gradient.length; i++) gradient[i]! *= factor;
}
