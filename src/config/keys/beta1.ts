import { z } from 'zod';
import { byOptimizer } from './byOptimizer';
import type { Key } from './key';
import { sources } from './sources';

export const beta1 = {
  type: z.number().min(0).lt(1),
  defaultRule: byOptimizer('beta1'),
  meaning: 'How slowly adam and adamw forget the direction of earlier gradients.',
  whyDefault: 'The value of the paper: averages about ten steps.',
  raised: 'Smoother direction, slower to turn.',
  lowered: 'Follows each batch; 0 has no momentum.',
  usual: '0.8 to 0.99. Tune it only after `learning_rate`.',
  suggested: [{ value: 0.9, why: 'rarely worth changing' }],
  related: ['optimizer', 'learning_rate', 'beta_2'],
  impact: 'low',
  source: sources.adam,
} satisfies Key;
