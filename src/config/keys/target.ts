import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const target = {
  type: z.string().min(1),
  defaultRule: 'none; required for a CSV or TSV file',
  meaning:
    'The column to predict, spelled as in the header line. Texts are classes; numbers may be either, see `task`.',
  whyDefault:
    'Guessing the column would hide a mistake: almost any column can be predicted, few are worth it.',
  usual: 'A column that is known for old rows and unknown for new ones.',
  suggested: [],
  related: ['task', 'features'],
  impact: 'high',
  source: sources.glossary,
} satisfies Key;
