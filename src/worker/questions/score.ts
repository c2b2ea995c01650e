import { z } from 'zod';
import type { Question } from './question';

/** How good the model is on the training and the validation part. */
export const score: Question<'score'> = {
  params: z.null(),
  async answer(subject) {
    const { validation } = await subject.dataset();
    const splits = validation ? (['train', 'validation'] as const) : (['train'] as const);
    const parts = splits.map(async split => {
      const { loss, accuracy } = await subject.evaluation(split);
      return { split, loss, accuracy };
    });
    return { epoch: subject.epoch, parts: await Promise.all(parts) };
  },
};
