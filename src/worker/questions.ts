import type { QuestionName, Questions } from '../protocol/questions';
import { layer } from './questions/layer';
import { layers } from './questions/layers';
import { neighbours } from './questions/neighbours';
import { predictions } from './questions/predictions';
import { projection } from './questions/projection';
import type { Question } from './questions/question';
import { samples } from './questions/samples';
import { unitImages } from './questions/unitImages';
import { weights } from './questions/weights';

/** All that the views of the Model Explorer may ask. */
export const questions: { readonly [Q in QuestionName]: Question<Q> } = {
  ...{ weights, layers, layer, unitImages, projection, neighbours },
  ...{ predictions, samples },
};

export const isQuestion = (name: string): name is keyof Questions => Object.hasOwn(questions, name);
