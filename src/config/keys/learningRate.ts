import { z } from 'zod';
import { byOptimizer } from './byOptimizer';
import type { Key } from './key';
import { sources } from './sources';

export const learningRate = {
  // No upper bound: a rate that diverges teaches something, and the trainer stops it within a step.
  type: z.number().positive(),
  defaultRule: byOptimizer('learningRate'),
  meaning: 'Step size of gradient descent: how far each update moves the weights against the gradient.',
  whyDefault: 'The largest rate that is usually stable for that optimizer on scaled inputs.',
  raised: 'Faster at first; then the loss swings, and finally diverges.',
  lowered: 'Steadier, but slow: the loss is still falling when the epochs are over.',
  usual:
    'sgd 0.01 to 1, momentum and nesterov 0.001 to 0.1, adagrad 0.01 to 0.1, adam, adamw and rmsprop 0.0001 to 0.01. Search by factors of ten.',
  suggested: [
    { value: 1, why: 'for sgd, to see the edge of stability' },
    { value: 0.1, why: 'for sgd, too much for adam' },
    { value: 0.01, why: 'for momentum, nesterov and adagrad, or when sgd swings' },
    { value: 0.001, why: 'for adam, adamw and rmsprop, 0.0003 if it still swings' },
  ],
  related: ['learning_rate_schedule', 'optimizer', 'batch_size', 'scaling', 'epochs'],
  impact: 'high',
  source: sources.notes3,
} satisfies Key;
