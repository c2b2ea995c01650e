import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const gradientClipNorm = {
  type: z.number().min(0),
  default: 0,
  meaning:
    'The largest length of a step’s gradient, over all weights and biases together; a longer one is shortened to it. 0 never clips. The penalty of `weight_decay` is added afterwards.',
  whyDefault: 'Scaled inputs and a fitting learning rate need no limit.',
  raised: 'Only rare spikes are cut off.',
  lowered: 'More steps are cut off; then all have nearly the same length, whatever the slope.',
  usual:
    '0.1 to 10, near the 90th percentile of the gradient norms. If over half of the steps are clipped, lower `learning_rate` instead.',
  suggested: [{ value: 1, why: 'when single batches throw the loss up' }],
  related: ['learning_rate', 'warmup_epochs', 'batch_size'],
  impact: 'low',
  source: sources.tuningPlaybook,
} satisfies Key;
