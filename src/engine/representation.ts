import { copyRows, type FloatArray, zerosLike } from './array';
import { countChoices, createBatch, type Examples, gather } from './examples';
import { InputLayer } from './inputLayer';
import type { Network } from './network';
import { createWorkspace, forward } from './propagate';

/** What the last layer of a network gets of some samples. */
export interface Representation {
  /** (samples, width), row-major, newly allocated. */
  readonly values: FloatArray;
  readonly width: number;
  readonly space: 'last hidden layer' | 'inputs';
}

const maxRows = 256;

/** Multiplications that one sample costs. */
export const representationCost = ({ layers }: Network): number =>
  layers.length === 1
    ? layers[0]!.weights.length / layers[0]!.biases.length
    : layers.slice(0, -1).reduce((sum, { weights }) => sum + weights.length, 0);

/**
 * Activations of the last hidden layer; without one, the inputs as the first layer sees them: scaled numbers, embedded
 * ones, and a 1 for each category that is chosen.
 * @param rows which of the samples, in the order of the result
 */
export function representationOf(network: Network, examples: Examples, rows: Uint32Array): Representation {
  return network.layers.length === 1 ? inputsOf(network, examples, rows) : hiddenOf(network, examples, rows);
}

function hiddenOf(network: Network, examples: Examples, rows: Uint32Array): Representation {
  const { layers } = network;
  const width = layers.at(-2)!.biases.length;
  const workspace = createWorkspace(network, maxRows);
  const batch = createBatch(examples, maxRows, layers[0]!.weights);
  const values = zerosLike(layers[0]!.weights, rows.length * width);
  for (let start = 0; start < rows.length; start += maxRows) {
    const some = rows.subarray(start, start + maxRows);
    gather(batch, examples, some);
    forward(network, workspace, batch, some.length, null);
    copyRows(values.subarray(start * width), width, workspace.layers.at(-2)!.a, width, width, some.length);
  }
  return { values, width, space: 'last hidden layer' };
}

function inputsOf(network: Network, examples: Examples, rows: Uint32Array): Representation {
  const { weights, biases } = network.layers[0]!;
  const { size, nChoices } = network.categories ?? { size: 0, nChoices: 0 };
  const width = weights.length / biases.length;
  const nNumbers = width - size;
  const firstChoice = countChoices(examples) - nChoices;
  const input = new InputLayer(network, maxRows);
  const batch = createBatch(examples, maxRows, weights);
  const values = zerosLike(weights, rows.length * width);
  for (let start = 0; start < rows.length; start += maxRows) {
    const some = rows.subarray(start, start + maxRows);
    gather(batch, examples, some);
    const { x } = input.inputs(batch, some.length);
    copyRows(values.subarray(start * width), width, x, nNumbers, nNumbers, some.length);
    for (let n = 0; n < some.length; n++) {
      for (let c = 0; c < nChoices; c++) {
        const choice = batch.selected[n * (firstChoice + nChoices) + firstChoice + c]!;
        if (choice >= 0) values[(start + n) * width + nNumbers + choice] = 1;
      }
    }
  }
  return { values, width, space: 'inputs' };
}
