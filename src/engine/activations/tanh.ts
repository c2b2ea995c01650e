import type { Activation } from '../activations';

/** Hyperbolic tangent, in (−1, 1) and zero-centred; derivative 1 − a². */
export const tanh: Activation = {
  value: Math.tanh,
  derivative: (_z, a) => 1 - a * a,
  weightInit: 'glorot_uniform',
  canDie: false,
  flatBeyond: [-0.97, 0.97],
};
