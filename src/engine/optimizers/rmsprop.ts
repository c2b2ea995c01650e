import type { Optimizer } from '../optimizers';

/**
 * RMSprop: the gradient divided by the root of a running mean of its square, v ← β₂ v + (1 − β₂) g²,
 * w ← w − η g / (√v + ε). β₂ is what PyTorch calls alpha; ε stands outside the root as there, and v is not corrected
 * for starting at 0. Source: Tieleman and Hinton 2012, lecture 6.5.
 */
export const rmsprop: Optimizer = {
  slots: ['variance'],
  defaults: { learningRate: 0.001, beta2: 0.99, epsilon: 1e-8 },
  update(parameter, gradient, [variance], { learningRate, beta2, epsilon }) {
    for (let i = 0; i < parameter.length; i++) {
      const g = gradient[i]!;
      variance![i] = beta2 * variance![i]! + (1 - beta2) * g * g;
      parameter[i]! -= (learningRate * g) / (Math.sqrt(variance![i]!) + epsilon);
    }
  },
};
