import type { QuestionName, Questions } from '../protocol/questions';
import { form } from './questions/form';
import { generate } from './questions/generate';
import { predictions } from './questions/predictions';
import type { Question } from './questions/question';
import { sampleInputs } from './questions/sampleInputs';
import { samples } from './questions/samples';
import { sweep } from './questions/sweep';
import { tryRow } from './questions/tryRow';
import { weights } from './questions/weights';

/** All that the views of the Model Explorer may ask. */
export const questions: { readonly [Q in QuestionName]: Question<Q> } = {
  ...{ weights, predictions, samples },
  ...{ form, sampleInputs, tryRow, sweep, generate },
};

export const isQuestion = (name: string): name is keyof Questions => Object.hasOwn(questions, name);
