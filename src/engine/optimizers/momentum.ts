import type { Optimizer } from '../optimizers';

/**
 * Heavy-ball momentum: v ← μ v + g, w ← w − η v.
 * The learning rate stands outside v, as in PyTorch, so that changing it acts at once.
 * Source: Sutskever et al. 2013, section 2.
 */
export const momentum: Optimizer = {
  slots: ['velocity'],
  defaults: { learningRate: 0.01, momentum: 0.9 },
  update(parameter, gradient, [velocity], settings) {
    for (let i = 0; i < parameter.length; i++) {
      velocity![i] = settings.momentum * velocity![i]! + gradient[i]!;
      parameter[i]! -= settings.learningRate * velocity![i]!;
    }
  },
};
