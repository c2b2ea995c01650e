import type { z } from 'zod';
import type { ResolvedConfiguration } from '../../config/resolve';
import type { Dataset, Part, Split } from '../../data/types';
import type { Evaluation } from '../../engine/evaluate';
import type { Platform } from '../../platform/types';
import type { QuestionName, Questions } from '../../protocol/questions';
import type { RunRecord } from '../../runs/record';
import type { Model } from '../storedRun';

/** What a question is about: a model with its data, which is read when the first question needs it. */
export interface Subject extends Model {
  readonly platform: Platform;
  readonly record: RunRecord;
  readonly configuration: ResolvedConfiguration;
  /** Rejects in words for a person when the data has changed since, or cannot be read. */
  dataset(): Promise<Dataset>;
  part(split: Split): Promise<Part>;
  /** The model run over all samples of the split; once for all questions. */
  evaluation(split: Split): Promise<Evaluation>;
}

/** One file for each, see `questions.ts`. */
export interface Question<Q extends QuestionName> {
  /** What a view sends is checked before it is used. */
  readonly params: z.ZodType<Questions[Q]['params']>;
  answer(
    subject: Subject,
    params: Questions[Q]['params'],
  ): Questions[Q]['result'] | Promise<Questions[Q]['result']>;
}
