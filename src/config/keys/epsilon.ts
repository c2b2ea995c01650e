import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const epsilon = {
  type: z.number().positive(),
  default: 1e-8,
  meaning: 'A small number that adam adds to the size of the gradient before dividing by it.',
  whyDefault: 'The value of the paper: only there against division by 0.',
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
