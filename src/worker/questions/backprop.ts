import { z } from 'zod';
import { picturesOf } from '../../data/display';
import { passSample } from '../backprop/sample';
import { stepsOf } from '../backprop/steps/steps';
import { Rejection } from '../rejection';
import type { Question } from './question';
import { ofSplit } from './splits';

/** One sample through the model and back, number by number. */
export const backprop: Question<'backprop'> = {
  params: ofSplit.extend({ index: z.int().nonnegative() }),
  async answer(subject, { split, index }) {
    const [part, dataset] = await Promise.all([subject.part(split), subject.dataset()]);
    const { rows, table } = part;
    if (index >= rows.length) throw new Rejection('no-sample', `The ${split} part has no sample ${index}.`);
    const row = rows[index]!;
    const { image } = subject.preprocessing;
    return {
      ...{ epoch: subject.epoch, split, index, nSamples: rows.length, row },
      line: table.lines?.[row] ?? null,
      picture: image && { ...image, pixels: picturesOf(table, subject.preprocessing)(row) },
      steps: stepsOf(passSample(subject, dataset, part, index)),
    };
  },
};
