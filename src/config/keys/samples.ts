import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const samples = {
  // A million points fill 16 MB; more only slow the epoch down.
  type: z.int().min(10).max(1_000_000),
  default: 500,
  meaning: 'How many points the generator draws, both classes together.',
  whyDefault: '500 points show the shape and train in a moment, as in the Playground.',
  raised: 'A smoother boundary and less overfitting; each epoch takes longer.',
  lowered: 'Overfitting becomes easy to see.',
  usual: '100 to 10,000',
  suggested: [
    { value: 500, why: 'enough for every shape' },
    { value: 50, why: 'to watch a large model learn the points by heart' },
  ],
  related: ['generator', 'noise', 'validation_fraction'],
  impact: 'medium',
  source: sources.playground,
} satisfies Key;
