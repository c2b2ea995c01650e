import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

const rate = z.number().min(0).lt(1);

export const dropout = {
  type: z.union([rate, z.array(rate)]),
  default: 0,
  meaning:
    'The share of each hidden layer’s units that is switched off at random in every training step, the others being scaled up; all are on when the model predicts. One rate for all hidden layers, or a list with one a layer.',
  whyDefault: 'It helps where a model overfits; one that does not would only learn more slowly.',
  raised:
    'Less overfitting, because no unit can rely on another; learning is slower and the training loss is higher.',
  lowered: 'Learns faster and fits the training part more closely.',
  usual: '0.2 to 0.5 in wide layers; 0 in small ones.',
  suggested: [
    { value: 0.2, why: 'when the validation loss turns up while the training loss still falls' },
    { value: 0.5, why: 'wide layers and few rows' },
  ],
  related: ['hidden_sizes', 'weight_decay', 'early_stopping_patience', 'normalization'],
  impact: 'medium',
  source: sources.dropout,
} satisfies Key;
