import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const stratify = {
  type: z.boolean(),
  default: true,
  meaning:
    'Whether the validation part has the same share of each class as the whole. Regression ignores it.',
  whyDefault: 'Otherwise a rare class may be missing from one part by chance.',
  values: {
    true: 'Splits each class on its own.',
    false: 'Draws rows at random, whatever their class.',
  },
  usual: '`true`, unless the parts must be a plain random sample.',
  suggested: [{ value: 'true', why: 'steadier figures, above all with rare classes' }],
  related: ['validation_fraction', 'seed'],
  impact: 'low',
  source: sources.crossValidation,
} satisfies Key;
