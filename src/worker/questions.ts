import type { QuestionName, Questions } from '../protocol/questions';
import { predictions } from './questions/predictions';
import type { Question } from './questions/question';
import { samples } from './questions/samples';
import { weights } from './questions/weights';

/** All that the views of the Model Explorer may ask. */
export const questions: { readonly [Q in QuestionName]: Question<Q> } = { weights, predictions, samples };

export const isQuestion = (name: string): name is keyof Questions => Object.hasOwn(questions, name);
