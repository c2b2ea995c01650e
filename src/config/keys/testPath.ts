import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const testPath = {
  type: z.string().min(1),
  defaultRule: 'none',
  meaning: 'Rows that neither training nor the choice of hyperparameters sees, with the columns of `path`.',
  whyDefault: 'It is only needed once the model is chosen.',
  usual: 'Looked at once, at the end: whoever chooses by the test part has no test part any more.',
  suggested: [],
  related: ['validation_path', 'validation_fraction'],
  impact: 'low',
  source: sources.crossValidation,
} satisfies Key;
