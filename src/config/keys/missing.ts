import { z } from 'zod';
import type { Missing } from '../../data/types';
import { type Key, namesOf } from './key';
import { sources } from './sources';

const values: Record<Missing, string> = {
  error: 'Names the first empty cell and does not train.',
  impute:
    'Fills an empty cell with the mean of its column in the training part, or with its most frequent text.',
  drop_row: 'Leaves the whole row out; right when few rows are affected.',
};

export const missing = {
  type: z.enum(namesOf(values)),
  default: 'error',
  meaning: 'What to do with empty cells among the features.',
  whyDefault: 'An empty cell is often a fault in the file, and you should hear of it first.',
  values,
  usual: '`impute` when many rows have a gap, `drop_row` when few have.',
  suggested: [
    { value: 'impute', why: 'keeps every row' },
    { value: 'drop_row', why: 'invents nothing' },
  ],
  related: ['features', 'scaling'],
  impact: 'medium',
  source: sources.imputation,
} satisfies Key;
