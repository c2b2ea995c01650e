import type { Activation } from '../activations';

/**
 * log(1 + e^z), in (0, ∞): a smooth relu; derivative 1 / (1 + e^−z) = 1 − e^−a.
 * The larger of 0 and z is taken out first, so that exp never overflows.
 * For standard normal z the mean square of a is 0.92, so Glorot's variance keeps the signal's size.
 * Source: Glorot, Bordes, Bengio 2011, section 3.1.
 */
export const softplus: Activation = {
  value: z => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))),
  derivative: (_z, a) => -Math.expm1(-a),
  weightInit: 'glorot_uniform',
  canDie: false,
  flatBeyond: null,
};
