import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const seed = {
  type: z.int().min(0),
  default: 42,
  meaning:
    'Start of every random draw: split, first weights, order of the rows, generated points. The same seed gives the same run, bit for bit.',
  whyDefault: 'Any number will do; a fixed one makes runs comparable.',
  raised: 'Another draw, neither better nor worse.',
  lowered: 'Another draw, neither better nor worse.',
  usual: 'One fixed number while tuning, then several for the best model.',
  suggested: [
    { value: 42, why: 'the same as everyone else' },
    { value: 1, why: 'to see the spread: a difference smaller than that between seeds is none' },
  ],
  related: ['shuffle', 'weight_init', 'validation_fraction'],
  impact: 'low',
  source: sources.variance,
} satisfies Key;
