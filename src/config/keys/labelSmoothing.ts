import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const labelSmoothing = {
  type: z.number().min(0).lt(1),
  default: 0,
  meaning:
    'The share of each training target that is spread evenly over all classes, so that no probability of 1 is asked for. Training loss includes it, validation loss does not.',
  whyDefault: 'Probabilities then mean what they say; smoothing makes the model less sure than it is.',
  raised: 'Less confident, milder against wrong labels; the training loss no longer comes near 0.',
  lowered: 'More confident; wrong labels are learned by heart.',
  usual: '0 to 0.2',
  suggested: [{ value: 0.1, why: 'when the model is confidently wrong, or labels are noisy' }],
  related: ['loss', 'class_weights', 'weight_decay'],
  impact: 'low',
  source: sources.inception,
} satisfies Key;
