import { tablesOf } from '../data/inputs';
import type { FloatArray } from '../engine/array';
import { losses } from '../engine/losses';
import type { Layer } from '../engine/network';
import type { UnitVector } from '../protocol/layers';
import { outputNamesOf } from './outputs';
import { Rejection } from './rejection';
import type { Model } from './storedRun';

/** The weights of a layer, or a table of embeddings, with names; the arrays are the model's own. */
export interface NamedMatrix {
  readonly name: string;
  readonly kind: 'table' | 'layer';
  readonly activation: string;
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
  /** (rows, columns), row-major. */
  readonly weights: FloatArray;
  /** (columns) each. */
  readonly vectors: readonly NamedVector[];
}

export interface NamedVector extends Pick<UnitVector, 'name'> {
  readonly values: FloatArray;
}

/** Of the tables of embeddings, then of the layers. */
export const matricesOf = (model: Model): readonly NamedMatrix[] => [
  ...tableMatrices(model),
  ...layerMatrices(model),
];

export function matrixNamed(model: Model, name: string): NamedMatrix {
  const matrix = matricesOf(model).find(each => each.name === name);
  if (matrix) return matrix;
  throw new Rejection('no-layer', `The model has no layer "${name}".`);
}

export function tableNamed(model: Model, name: string): NamedMatrix {
  const table = tableMatrices(model).find(each => each.name === name);
  if (table) return table;
  throw new Rejection('no-table', `The model has no table of embeddings "${name}".`);
}

export function layerMatrices({
  network,
  preprocessing: { inputNames, target },
  loss,
}: Model): NamedMatrix[] {
  const last = network.layers.length - 1;
  const outputs = outputNamesOf(loss, target);
  const namesAfter = (l: number) =>
    l === last ? outputs : Array.from(network.layers[l]!.biases, (_, unit) => `unit ${unit + 1}`);
  return network.layers.map((layer, l) => ({
    name: l === last ? 'output' : `hidden ${l + 1}`,
    kind: 'layer',
    activation: layer.activation ?? losses[loss].outputActivation,
    rowNames: l === 0 ? inputNames : namesAfter(l - 1),
    columnNames: namesAfter(l),
    weights: layer.weights,
    vectors: vectorsOf(layer),
  }));
}

export const tableMatrices = ({
  network: { embeddings },
  preprocessing: { features },
}: Model): NamedMatrix[] =>
  tablesOf(features).map(({ name, rowNames, columnNames }, e) => ({
    name: `embedding of ${name}`,
    kind: 'table',
    activation: 'row lookup',
    ...{ rowNames, columnNames },
    weights: embeddings[e]!.weights,
    vectors: [],
  }));

function vectorsOf({ biases, normalization }: Layer): NamedVector[] {
  const bias: NamedVector = { name: 'bias', values: biases };
  return normalization
    ? [bias, { name: 'gain', values: normalization.gain }, { name: 'shift', values: normalization.shift }]
    : [bias];
}
