import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const earlyStoppingMinDelta = {
  type: z.number().min(0),
  default: 0,
  meaning: 'By how much the loss must fall to count as an improvement for early stopping.',
  whyDefault: 'Any improvement counts.',
  raised: 'Stops sooner, once progress is too small to matter.',
  lowered: 'Goes on for ever smaller gains.',
  usual: '0 to 0.01',
  suggested: [
    { value: 0, why: 'patience alone is usually enough' },
    { value: 0.001, why: 'when a run creeps on for hundreds of epochs' },
  ],
  related: ['early_stopping_patience'],
  impact: 'low',
  source: sources.prechelt,
} satisfies Key;
