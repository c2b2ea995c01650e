import type { Activation } from '../activations';

/** max(0, z). At z = 0 the derivative is taken as 0, as PyTorch does. */
export const relu: Activation = {
  value: z => Math.max(z, 0),
  derivative: z => (z > 0 ? 1 : 0),
  weightInit: 'he_normal',
  canDie: true,
  flatBeyond: null,
};
