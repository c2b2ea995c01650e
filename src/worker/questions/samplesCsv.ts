import { z } from 'zod';
import { csvOf } from '../samplesCsv';
import { predictions } from './predictions';
import type { Question } from './question';
import { ofSplit } from './splits';

/** More samples than a person filters. */
const maxSamples = 2_000_000;

/** Samples as a table that other programs read: how they come out, and what stands in their rows. */
export const samplesCsv: Question<'samplesCsv'> = {
  params: ofSplit.extend({ indices: z.array(z.int().nonnegative()).max(maxSamples) }),
  async answer(subject, { split, indices }) {
    const [part, outcomes] = await Promise.all([subject.part(split), predictions.answer(subject, { split })]);
    const known = indices.filter(index => index < part.rows.length);
    return csvOf(part, subject.preprocessing, outcomes, known);
  },
};
