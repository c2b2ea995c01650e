import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const embeddingDim = {
  type: z.int().min(1).max(10_000),
  defaultRule: '1.6 n^0.56 for n categories, rounded up, at most 50',
  meaning:
    'How many numbers each category or character becomes with `categorical: embedding`; the same for all columns. What each column got is stored with the run.',
  whyDefault: 'A rule of thumb from many tables: more categories need more room, but ever less of it.',
  raised: 'Room for finer likenesses between categories; rare ones are learned by heart.',
  lowered: 'Categories must share what is learned about them.',
  usual: '2 to 50',
  suggested: [
    { value: 2, why: 'can be drawn as points of a plane' },
    { value: 10, why: 'some dozen to some hundred categories' },
  ],
  related: ['categorical', 'hidden_sizes'],
  impact: 'medium',
  source: sources.entityEmbeddings,
} satisfies Key;
