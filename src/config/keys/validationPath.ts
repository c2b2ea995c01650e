import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const validationPath = {
  type: z.string().min(1),
  defaultRule: 'none; validation_fraction of the rows are held back',
  meaning: 'A file of its own for validation, with the columns of `path`.',
  whyDefault: 'A random part of the rows is right as long as the rows are independent of each other.',
  usual: 'When rows belong together, for example of one patient or one day: a random split would leak.',
  suggested: [],
  related: ['validation_fraction', 'test_path'],
  impact: 'medium',
  source: sources.commonPitfalls,
} satisfies Key;
