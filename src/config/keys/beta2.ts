import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const beta2 = {
  type: z.number().min(0).lt(1),
  default: 0.999,
  meaning: 'How slowly adam forgets the size of earlier gradients.',
  whyDefault: 'The value of the paper: averages about a thousand steps.',
  raised: 'Steadier step sizes, slower to notice that gradients have changed.',
  lowered: 'Adapts faster; too low makes the steps jumpy.',
  usual: '0.9 to 0.9999. The last of adam’s numbers to tune.',
  suggested: [{ value: 0.999, why: 'rarely worth changing' }],
  related: ['optimizer', 'beta_1', 'epsilon'],
  impact: 'low',
  source: sources.adam,
} satisfies Key;
