import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const shuffle = {
  type: z.boolean(),
  default: true,
  meaning: 'Whether each epoch visits the rows in a new random order.',
  whyDefault: 'Files are often sorted, and batches of a single class pull the weights back and forth.',
  values: {
    true: 'A new order each epoch, drawn from `seed`.',
    false: 'The order of the file each time; for comparing step by step with another program.',
  },
  usual: '`true`',
  suggested: [{ value: 'true', why: 'unless every step must be followed by hand' }],
  related: ['seed', 'batch_size'],
  impact: 'medium',
  source: sources.bengio,
} satisfies Key;
