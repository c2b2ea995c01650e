import type { Activation } from '../activations';

/**
 * z right of 0, e^z − 1 left of it: saturates at −1, so that the mean of a layer stays near 0 and no unit dies.
 * The derivative left of 0 is e^z = a + 1. α is 1, as PyTorch has it by default.
 * expm1 keeps the digits that e^z − 1 loses near 0.
 * Source: Clevert, Unterthiner, Hochreiter 2016, equation 15.
 */
export const elu: Activation = {
  value: z => (z > 0 ? z : Math.expm1(z)),
  derivative: (z, a) => (z > 0 ? 1 : a + 1),
  weightInit: 'he_normal',
  canDie: false,
  flatBeyond: null,
};
