import type { QuestionName, Questions } from '../protocol/questions';
import { backprop } from './questions/backprop';
import { boundary } from './questions/boundary';
import { dataMap } from './questions/dataMap';
import { form } from './questions/form';
import { generate } from './questions/generate';
import { layer } from './questions/layer';
import { layers } from './questions/layers';
import { neighbours } from './questions/neighbours';
import { points } from './questions/points';
import { predictions } from './questions/predictions';
import { projection } from './questions/projection';
import type { Question } from './questions/question';
import { rates } from './questions/rates';
import { sampleInputs } from './questions/sampleInputs';
import { samples } from './questions/samples';
import { samplesCsv } from './questions/samplesCsv';
import { score } from './questions/score';
import { searchSamples } from './questions/searchSamples';
import { sweep } from './questions/sweep';
import { tryRow } from './questions/tryRow';
import { typicality } from './questions/typicality';
import { unitImages } from './questions/unitImages';
import { weights } from './questions/weights';

/** All that the views of the Model Explorer may ask. */
export const questions: { readonly [Q in QuestionName]: Question<Q> } = {
  ...{ form, sampleInputs, tryRow, sweep, generate },
  ...{ weights, layers, layer, unitImages, projection, neighbours },
  ...{ predictions, samples, searchSamples, typicality, samplesCsv },
  ...{ rates, dataMap },
  ...{ score, boundary, points, backprop },
};

export const isQuestion = (name: string): name is keyof Questions => Object.hasOwn(questions, name);
