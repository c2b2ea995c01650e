import { z } from 'zod';
import { norm } from '../../engine/array';
import type { LayerSummary } from '../../protocol/layers';
import { matricesOf, type NamedMatrix } from '../matrices';
import type { Question } from './question';

/** Which layers there are, without their weights. */
export const layers: Question<'layers'> = {
  params: z.null(),
  answer: subject => ({
    epoch: subject.epoch,
    layers: matricesOf(subject).map(summaryOf),
    image: subject.preprocessing.image,
  }),
};

const summaryOf = ({
  name,
  kind,
  activation,
  rowNames,
  columnNames,
  weights,
  vectors,
}: NamedMatrix): LayerSummary => ({
  ...{ name, kind, activation },
  ...{ nRows: rowNames.length, nColumns: columnNames.length },
  nParameters: vectors.reduce((sum, { values }) => sum + values.length, weights.length),
  norm: norm(weights),
});
