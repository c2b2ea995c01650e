import type { Question } from './question';
import { ofSplit } from './splits';

/** How good the model is on a split. */
export const score: Question<'score'> = {
  params: ofSplit,
  async answer(subject, { split }) {
    const { loss, accuracy } = await subject.evaluation(split);
    return { epoch: subject.epoch, split, loss, accuracy };
  },
};
