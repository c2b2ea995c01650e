import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const weightDecay = {
  type: z.number().min(0),
  default: 0,
  meaning:
    'The λ of the penalty ½ λ ‖W‖² (L2) that is added to the mean loss; adamw instead multiplies the weights by 1 − rate · λ in each step. For weights, not for biases.',
  whyDefault: 'First let the model overfit, then hold it back.',
  raised: 'Smaller weights and a smoother boundary; too much and it underfits.',
  lowered: 'The model follows the training part more closely.',
  usual: '1e-6 to 1e-1; search by factors of ten.',
  suggested: [
    { value: 1e-4, why: 'a gentle start when validation loss turns up' },
    { value: 1e-2, why: 'for few rows and many inputs, or with adamw' },
  ],
  related: ['optimizer', 'hidden_sizes', 'early_stopping_patience', 'epochs'],
  impact: 'medium',
  source: sources.deepLearningBook,
} satisfies Key;
