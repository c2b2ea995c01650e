import { z } from 'zod';
import type { LayerWeights, Weights } from '../../protocol/weights';
import { layerMatrices, type NamedMatrix } from '../matrices';
import type { Question } from './question';

/** More units than this on top of one another are no picture any more: such a network is not drawn unit by unit. */
export const maxUnits = 16;

/** All weights of a network that is small enough to be drawn. */
export const weights: Question<'weights'> = {
  params: z.null(),
  answer(subject) {
    const layers = layerMatrices(subject);
    const tooWide = widerThanDrawn(layers);
    return { epoch: subject.epoch, tooWide, layers: tooWide ? [] : layers.map(copyOf) };
  },
};

function widerThanDrawn(layers: readonly NamedMatrix[]): Weights['tooWide'] {
  const sizes = [
    { name: 'inputs', n: layers[0]!.rowNames.length },
    ...layers.map(({ name, columnNames }) => ({ name, n: columnNames.length })),
  ];
  return sizes.find(({ n }) => n > maxUnits) ?? null;
}

const copyOf = ({
  name,
  activation,
  rowNames,
  columnNames,
  weights,
  vectors,
}: NamedMatrix): LayerWeights => ({
  ...{ name, activation },
  ...{ inputNames: rowNames, outputNames: columnNames },
  weights: new Float32Array(weights),
  biases: new Float32Array(vectors[0]!.values),
});
