import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const checkpointsPerDoubling = {
  type: z.int().min(0).max(32),
  default: 4,
  meaning:
    'How many epochs keep their weights each time the number of epochs doubles, to look back at them: with 4, epochs 0 to 8, then 10, 12, 14, 16, 20, 24, 28, 32, 40 … A run keeps 256 MB of them at most: of a larger model every other one is left out, as often as needed. 0 keeps the best and the last only.',
  whyDefault: 'Most happens in the first epochs; a run of 30 keeps 16, one of 1,000 keeps 36.',
  raised:
    'Smaller steps on the way back, more files in the run folder; training stays the same, bit for bit.',
  lowered: 'Fewer files; 1 keeps epochs 0, 1, 2, 4, 8, 16 …',
  usual: '2 to 8',
  suggested: [
    { value: 4, why: 'to see how the weights came about' },
    { value: 16, why: 'for a smooth film of a small model' },
    { value: 0, why: 'when only the result matters' },
  ],
  related: ['epochs'],
  impact: 'low',
  source: sources.pythia,
} satisfies Key;
