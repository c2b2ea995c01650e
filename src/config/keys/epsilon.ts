import { z } from 'zod';
import { byOptimizer } from './byOptimizer';
import type { Key } from './key';
import { sources } from './sources';

export const epsilon = {
  type: z.number().positive(),
  defaultRule: byOptimizer('epsilon'),
  meaning:
    'A small number that is added to the size of the gradient before dividing by it; outside the root.',
  whyDefault: 'The values of PyTorch: only there against division by 0.',
  raised: 'Smaller, more sgd-like steps where gradients are tiny.',
  lowered: 'Tiny gradients get full steps, even when they are mostly noise.',
  usual: '1e-8 to 1e-3. Tune it only with many runs to spend.',
  suggested: [
    { value: 1e-8, why: 'rarely worth changing' },
    { value: 1e-3, why: 'when adam becomes unstable late in training' },
  ],
  related: ['optimizer', 'beta_2'],
  impact: 'low',
  source: sources.adam,
} satisfies Key;
