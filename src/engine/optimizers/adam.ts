import type { Optimizer } from '../optimizers';

/**
 * Adam: running means of the gradient and of its square, both corrected for starting at 0;
 * w ← w − η m̂ / (√v̂ + ε).
 * Source: Kingma and Ba 2015, algorithm 1; ε stands outside the root as there and in PyTorch.
 */
export const adam: Optimizer = {
  slots: ['mean', 'variance'],
  defaults: { learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  update(parameter, gradient, [mean, variance], { learningRate, beta1, beta2, epsilon }, step) {
    const meanCorrection = 1 - beta1 ** step;
    const varianceCorrection = 1 - beta2 ** step;
    for (let i = 0; i < parameter.length; i++) {
      const g = gradient[i]!;
      mean![i] = beta1 * mean![i]! + (1 - beta1) * g;
      variance![i] = beta2 * variance![i]! + (1 - beta2) * g * g;
      const meanHat = mean![i]! / meanCorrection;
      const varianceHat = variance![i]! / varianceCorrection;
      parameter[i]! -= (learningRate * meanHat) / (Math.sqrt(varianceHat) + epsilon);
    }
  },
};
