import { z } from 'zod';
import { type Key, namesOf } from './key';
import { sources } from './sources';

const values = {
  none: 'Every row counts the same.',
  balanced: 'A row counts rows / (classes · rows of its class): every class weighs the same in all.',
};

export const classWeights = {
  type: z.union([z.enum(namesOf(values)), z.array(z.number().positive())]),
  default: 'none' as const,
  meaning:
    'How much a training row of each class counts. A list has one number a class, numbered classes ascending and texts in alphabetical order. Training loss includes it, validation loss and accuracy do not.',
  whyDefault: 'The model then learns how frequent each class is.',
  values,
  usual: '`balanced` when the largest class has more than ten times the rows of the smallest.',
  suggested: [
    { value: 'balanced', why: 'when rare classes are never predicted' },
    { value: '[1, 5]', why: 'when missing the second of two classes costs five times as much' },
  ],
  related: ['loss', 'stratify', 'label_smoothing'],
  impact: 'medium',
  source: sources.classWeight,
} satisfies Key;
