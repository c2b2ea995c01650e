import { z } from 'zod';
import { byOptimizer } from './byOptimizer';
import type { Key } from './key';
import { sources } from './sources';

export const beta2 = {
  type: z.number().min(0).lt(1),
  defaultRule: byOptimizer('beta2'),
  meaning:
    'How slowly adam, adamw and rmsprop forget the size of earlier gradients. For rmsprop others call it alpha or rho.',
  whyDefault:
    'The values of their authors and of PyTorch: averages about a thousand steps, a hundred for rmsprop.',
  raised: 'Steadier step sizes, slower to notice that gradients have changed.',
  lowered: 'Adapts faster; too low makes the steps jumpy.',
  usual: '0.9 to 0.9999. The last of an optimizer’s numbers to tune.',
  suggested: [
    { value: 0.999, why: 'for adam and adamw; rarely worth changing' },
    { value: 0.99, why: 'for rmsprop' },
  ],
  related: ['optimizer', 'beta_1', 'epsilon'],
  impact: 'low',
  source: sources.adam,
} satisfies Key;
