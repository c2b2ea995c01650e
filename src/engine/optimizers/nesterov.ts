import type { Optimizer } from '../optimizers';

/**
 * Nesterov's accelerated gradient: v ← μ v + g, w ← w − η (g + μ v), a step that already looks where v leads.
 * The weights that are kept are those looked ahead at, as in PyTorch, so that the loss is that of the kept weights.
 * Source: Sutskever et al. 2013, equations 3 and 4, in the variables of Bengio et al. 2013, equation 7.
 */
export const nesterov: Optimizer = {
  slots: ['velocity'],
  defaults: { learningRate: 0.01, momentum: 0.9 },
  update(parameter, gradient, [velocity], settings) {
    for (let i = 0; i < parameter.length; i++) {
      const g = gradient[i]!;
      velocity![i] = settings.momentum * velocity![i]! + g;
      parameter[i]! -= settings.learningRate * (g + settings.momentum * velocity![i]!);
    }
  },
};
