import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const noise = {
  type: z.number().min(0).max(0.5),
  default: 0,
  meaning: 'How far the generated points are scattered, relative to the size of the shape.',
  whyDefault: 'Without noise a perfect boundary exists, so that what is missing is the model’s fault.',
  raised: 'The classes overlap; no model reaches 100 %, and a large one begins to learn the noise.',
  lowered: 'The classes separate cleanly.',
  usual: '0 to 0.5',
  suggested: [
    { value: 0, why: 'to compare models' },
    { value: 0.2, why: 'to see overfitting and what helps against it' },
  ],
  related: ['generator', 'samples', 'weight_decay'],
  impact: 'medium',
  source: sources.playground,
} satisfies Key;
