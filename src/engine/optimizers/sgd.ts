import type { Optimizer } from '../optimizers';

/** Gradient descent on mini-batches: w ← w − η g. */
export const sgd: Optimizer = {
  slots: [],
  defaults: { learningRate: 0.1 },
  update(parameter, gradient, _slots, { learningRate }) {
    for (let i = 0; i < parameter.length; i++) parameter[i]! -= learningRate * gradient[i]!;
  },
};
