import type { QuestionName, Questions } from '../protocol/questions';
import { boundary } from './questions/boundary';
import { dataMap } from './questions/dataMap';
import { points } from './questions/points';
import { predictions } from './questions/predictions';
import type { Question } from './questions/question';
import { rates } from './questions/rates';
import { samples } from './questions/samples';
import { samplesCsv } from './questions/samplesCsv';
import { score } from './questions/score';
import { searchSamples } from './questions/searchSamples';
import { typicality } from './questions/typicality';
import { weights } from './questions/weights';

/** All that the views of the Model Explorer may ask. */
export const questions: { readonly [Q in QuestionName]: Question<Q> } = {
  ...{ weights, predictions, samples },
  ...{ searchSamples, typicality, samplesCsv },
  ...{ rates, dataMap },
  score,
  boundary,
  points,
};

export const isQuestion = (name: string): name is keyof Questions => Object.hasOwn(questions, name);
