import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const hiddenSize = {
  type: z.int().min(1),
  default: 32,
  meaning:
    'Units in each hidden layer, when all are the same size; used with `hidden_layers` instead of `hidden_sizes`.',
  whyDefault: 'The same as in `hidden_sizes`.',
  raised: 'Fits more complicated patterns; overfits sooner and each epoch takes longer.',
  lowered: 'Simpler, faster and harder to overfit; too small leaves even the training loss high.',
  usual: '16 to 1024',
  suggested: [
    { value: 32, why: 'a first net' },
    { value: 64, why: 'when 32 underfits: double rather than add' },
  ],
  related: ['hidden_layers', 'hidden_sizes'],
  impact: 'high',
  source: sources.notes1,
} satisfies Key;
