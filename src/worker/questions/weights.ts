import { z } from 'zod';
import type { LayerWeights } from '../../protocol/weights';
import { layerMatrices, type NamedMatrix, tableMatrices } from '../matrices';
import type { Question } from './question';

/** What the layers have learned, all of it, with names for rows and columns. */
export const weights: Question<'weights'> = {
  params: z.null(),
  answer: subject => ({
    epoch: subject.epoch,
    tables: tableMatrices(subject).map(copyOf),
    layers: layerMatrices(subject).map(copyOf),
    image: subject.preprocessing.image,
  }),
};

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
  biases: Float32Array.from(vectors[0]?.values ?? []),
});
