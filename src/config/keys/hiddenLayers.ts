import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const hiddenLayers = {
  type: z.int().min(0).max(64),
  default: 1,
  meaning:
    'Number of hidden layers of `hidden_size` units each; used instead of `hidden_sizes`. 0 is logistic regression (or a linear model).',
  whyDefault: 'One hidden layer can already approximate any smooth function.',
  raised: 'Builds patterns from patterns; gradients have a longer way, and past three layers little is won.',
  lowered: 'Easier to train and to read.',
  usual: '1 to 3',
  suggested: [
    { value: 1, why: 'a first net' },
    { value: 2, why: 'when one layer underfits' },
  ],
  related: ['hidden_size', 'hidden_sizes', 'activation'],
  impact: 'high',
  source: sources.notes1,
} satisfies Key;
