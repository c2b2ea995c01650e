import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const hiddenSizes = {
  type: z.array(z.int().min(1)).max(64),
  default: [32],
  meaning:
    'Units in each hidden layer, from input to output: capacity and depth. `[]` has no hidden layer and is logistic regression (or a linear model), with a straight boundary.',
  whyDefault: 'One layer of 32 units bends the boundary as most small tables need it, and trains in seconds.',
  raised: 'Fits more complicated patterns; overfits sooner and each epoch takes longer.',
  lowered: 'Simpler, faster and harder to overfit; too small leaves even the training loss high.',
  usual: '1 to 3 layers of 16 to 1024 units; deeper rarely helps a fully connected net.',
  suggested: [
    { value: '[]', why: 'a baseline that every net should beat' },
    { value: '[32]', why: 'a first net' },
    { value: '[64, 32]', why: 'when one layer underfits: first make it overfit, then regularise' },
  ],
  related: ['hidden_size', 'hidden_layers', 'activation', 'weight_decay'],
  impact: 'high',
  source: sources.notes1,
} satisfies Key;
