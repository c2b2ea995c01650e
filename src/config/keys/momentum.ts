import { z } from 'zod';
import { byOptimizer } from './byOptimizer';
import type { Key } from './key';
import { sources } from './sources';

export const momentum = {
  type: z.number().min(0).lt(1),
  defaultRule: byOptimizer('momentum'),
  meaning: 'The share of the last update that is carried into the next one; for momentum and nesterov.',
  whyDefault: 'Averages about ten steps, which suits most problems.',
  raised:
    'Longer memory: faster along valleys, overshoots at their end. Steps grow up to 1 / (1 − momentum) times.',
  lowered: 'Closer to plain sgd; 0 is plain sgd.',
  usual: '0.5 to 0.99',
  suggested: [
    { value: 0.9, why: 'first choice' },
    { value: 0.99, why: 'for long runs, with a tenth of the learning rate' },
  ],
  related: ['optimizer', 'learning_rate'],
  impact: 'medium',
  source: sources.notes3,
} satisfies Key;
