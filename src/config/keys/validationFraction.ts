import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const validationFraction = {
  type: z.number().min(0).lt(1),
  default: 0.2,
  meaning:
    'Part of the rows that is held back from training to measure how well the model does on rows it has not seen. 0 trains on everything.',
  whyDefault:
    'One row in five is a fair balance between learning and measuring for some hundred to some thousand rows.',
  raised: 'A steadier validation curve, but fewer rows to learn from.',
  lowered: 'More rows to learn from, but a noisier validation curve; at 0 overfitting is invisible.',
  usual: '0.1 to 0.3',
  suggested: [
    { value: 0.2, why: 'the usual split' },
    { value: 0.1, why: 'for ten thousand rows or more' },
  ],
  related: ['validation_path', 'test_path', 'stratify', 'seed'],
  impact: 'medium',
  source: sources.crossValidation,
} satisfies Key;
