import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const epochs = {
  type: z.int().min(1),
  default: 30,
  meaning: 'Passes over the training part. The weights of the best epoch are kept, not those of the last.',
  whyDefault: 'Enough to see where the curves are heading; a run can be stopped at any time.',
  raised: 'The loss falls further, until the validation loss turns up: overfitting.',
  lowered: 'Done sooner, perhaps before the loss has settled.',
  usual: '10 to 300; small data needs more, because an epoch has fewer steps.',
  suggested: [
    { value: 30, why: 'a first look' },
    { value: 100, why: 'when the best epoch is among the last quarter' },
  ],
  related: ['early_stopping_patience', 'learning_rate', 'batch_size'],
  impact: 'medium',
  source: sources.tuningPlaybook,
} satisfies Key;
