import { z } from 'zod';
import { Rejection } from '../rejection';
import { describeSamples } from '../samples';
import type { Question } from './question';
import { ofSplit } from './splits';

/** What a page of cards holds at most. */
const maxSamples = 500;

/** Some samples of a split as they look to a person, in the order that was asked for. */
export const samples: Question<'samples'> = {
  params: ofSplit.extend({ indices: z.array(z.int().nonnegative()).max(maxSamples) }),
  async answer(subject, { split, indices }) {
    const [part, evaluation] = await Promise.all([subject.part(split), subject.evaluation(split)]);
    const missing = indices.find(index => index >= part.rows.length);
    if (missing !== undefined)
      throw new Rejection('no-sample', `The ${split} part has no sample ${missing}.`);
    return describeSamples(evaluation, part, subject, indices);
  },
};
