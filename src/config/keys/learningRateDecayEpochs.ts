import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const learningRateDecayEpochs = {
  type: z.number().positive(),
  default: 10,
  meaning:
    'Epochs in which the learning rate is multiplied by `learning_rate_decay` once; for the schedules step and exponential.',
  whyDefault: 'Two falls in a run of 30 epochs.',
  raised: 'Falls later; as many as `epochs`, and step never falls.',
  lowered: 'Falls sooner and more often.',
  usual: 'A third of `epochs`',
  suggested: [{ value: 10, why: 'for 30 epochs' }],
  related: ['learning_rate_schedule', 'learning_rate_decay', 'epochs'],
  impact: 'medium',
  source: sources.notes3,
} satisfies Key;
