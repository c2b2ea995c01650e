import { z } from 'zod';
import type { Task } from '../../data/types';
import { type Key, namesOf } from './key';
import { sources } from './sources';

const values: Record<Task, string> = {
  classification:
    'Predicts one of several classes: softmax and mean negative log-likelihood, unless `loss` says otherwise; ln K for K classes is random guessing.',
  regression:
    'Predicts a number: mean squared error in units of the target’s variance, unless `loss` says otherwise; 1 is as good as always saying the mean.',
};

export const task = {
  type: z.enum(namesOf(values)),
  defaultRule: 'by target: texts and a few distinct whole numbers are classes, else regression',
  meaning: 'Whether the target is a class or a quantity.',
  whyDefault: 'The target’s values usually tell.',
  values,
  usual: 'Written out when classes are numbered, or when a quantity takes few distinct values.',
  suggested: [
    { value: 'classification', why: 'for numbers that only name something, such as 0, 1, 2' },
    { value: 'regression', why: 'for numbers whose differences mean something, such as a price' },
  ],
  related: ['target', 'loss'],
  impact: 'high',
  source: sources.glossary,
} satisfies Key;
