import { outcomesOf } from '../samples';
import type { Question } from './question';
import { ofSplit } from './splits';

/** How every sample of a split comes out. */
export const predictions: Question<'predictions'> = {
  params: ofSplit,
  async answer(subject, { split }) {
    const [part, evaluation] = await Promise.all([subject.part(split), subject.evaluation(split)]);
    const { rows, table } = part;
    return {
      ...{ epoch: subject.epoch, split, rows },
      loss: evaluation.loss,
      accuracy: evaluation.accuracy,
      lines: table.lines ? rows.map(row => table.lines![row]!) : null,
      losses: Float32Array.from(evaluation.sampleLosses),
      outcome: outcomesOf(evaluation, part, subject),
    };
  },
};
