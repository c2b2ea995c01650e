import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const features = {
  type: z.array(z.string().min(1)).min(1),
  defaultRule: 'every column but the target',
  meaning: 'The columns that the model sees. Texts become one input a category.',
  whyDefault: 'Most tables hold little else; leave out what should not count.',
  usual: 'All columns but identifiers, dates of entry, and what is only known after the target.',
  suggested: [],
  related: ['target', 'scaling', 'missing'],
  impact: 'high',
  source: sources.commonPitfalls,
} satisfies Key;
