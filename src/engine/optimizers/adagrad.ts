import type { Optimizer } from '../optimizers';

/**
 * Adagrad: the gradient divided by the root of the sum of all its squares, s ← s + g²,
 * w ← w − η g / (√s + ε); steps only become smaller. ε is PyTorch's.
 * Source: Duchi, Hazan, Singer 2011, figure 1, with the diagonal of G.
 */
export const adagrad: Optimizer = {
  slots: ['squares'],
  defaults: { learningRate: 0.01, epsilon: 1e-10 },
  update(parameter, gradient, [squares], { learningRate, epsilon }) {
    for (let i = 0; i < parameter.length; i++) {
      const g = gradient[i]!;
      squares![i]! += g * g;
      parameter[i]! -= (learningRate * g) / (Math.sqrt(squares![i]!) + epsilon);
    }
  },
};
