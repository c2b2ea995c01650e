import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const batchSize = {
  type: z.int().min(1),
  defaultRule: '32, or all rows when there are fewer',
  meaning: 'Samples in one step. Each step averages their gradients and updates the weights once.',
  whyDefault: 'Small batches gave the best test results in most comparisons, and 32 is still quick.',
  raised: 'Smoother curve and faster epochs, but fewer steps in each: tune `learning_rate` again, upwards.',
  lowered: 'More and noisier steps; a very jagged curve means too small.',
  usual: '2 to 256. Change it for speed, not for accuracy.',
  suggested: [
    { value: 32, why: 'a good start' },
    { value: 128, why: 'for ten thousand rows or more' },
  ],
  related: ['learning_rate', 'epochs'],
  impact: 'medium',
  source: sources.mastersLuschi,
} satisfies Key;
