import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const learningRateDecay = {
  type: z.number().positive().lt(1),
  default: 0.1,
  meaning:
    'The factor that the learning rate is multiplied by every `learning_rate_decay_epochs`; for the schedules step and exponential.',
  whyDefault: 'A rate ten times lower shows at once in the loss.',
  raised: 'A gentler fall; near 1 the rate hardly changes.',
  lowered: 'A steeper fall; soon the weights no longer move.',
  usual: '0.1 to 0.5',
  suggested: [
    { value: 0.1, why: 'two or three times in a run' },
    { value: 0.5, why: 'more often' },
  ],
  related: ['learning_rate_schedule', 'learning_rate_decay_epochs'],
  impact: 'medium',
  source: sources.notes3,
} satisfies Key;
