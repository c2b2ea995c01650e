import type { Activation } from '../activations';

/** 1 / (1 + e^−z), in (0, 1); derivative a (1 − a), at most 0.25. */
export const sigmoid: Activation = {
  // exp of a large positive number overflows, exp of a large negative one only becomes 0.
  value: z => {
    if (z >= 0) return 1 / (1 + Math.exp(-z));
    const e = Math.exp(z);
    return e / (1 + e);
  },
  derivative: (_z, a) => a * (1 - a),
  weightInit: 'glorot_uniform',
  canDie: false,
  flatBeyond: [0.015, 0.985],
};
