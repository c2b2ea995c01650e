import { z } from 'zod';
import type { NormalizationName } from '../../engine/normalizations';
import { type Key, namesOf } from './key';
import { sources } from './sources';

const values: Record<'none' | NormalizationName, string> = {
  none: 'The weighted sums as they are.',
  layer_norm:
    'Each sample’s sums get mean 0 and deviation 1 over the units of the layer. The same in training and in prediction.',
  batch_norm:
    'Each unit’s sums get mean 0 and deviation 1 over the samples of the batch; predictions use running figures of the training batches. Needs batches that are not too small.',
};

export const normalization = {
  type: z.enum(namesOf(values)),
  default: 'none',
  meaning:
    'Brings the weighted sums of every hidden layer to a common size before the activation, followed by a learned gain and shift for each unit.',
  whyDefault:
    'Nets of one or two layers on scaled inputs train well without it, and their weights are easier to read.',
  values,
  usual: '`none` up to two hidden layers; `batch_norm` or `layer_norm` in deeper nets.',
  suggested: [
    { value: 'batch_norm', why: 'deep nets on batches of 32 rows or more' },
    { value: 'layer_norm', why: 'small batches' },
  ],
  related: ['hidden_sizes', 'batch_size', 'learning_rate', 'dropout'],
  impact: 'medium',
  source: sources.batchNorm,
} satisfies Key;
