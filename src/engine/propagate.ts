import { activations } from './activations';
import { type FloatArray, zerosLike } from './array';
import { type DenseParameters, denseBackward, denseForward } from './dense';
import { dropOut, dropOutBackward } from './dropout';
import type { Batch } from './examples';
import { InputLayer } from './inputLayer';
import type { Layer, Network } from './network';
import { type NormalizationArrays, type NormalizationGradients, normalizations } from './normalizations';
import type { Random } from './random';

/** Arrays of one layer in a forward and backward pass; (batch, outputs) each but where they say so. */
export interface LayerWorkspace extends NormalizationArrays {
  /** After the activation; the same array as `z`, before it, where there is none. */
  readonly a: FloatArray;
  /** What dropout leaves of it in training, and what it multiplied by; empty where there is none. */
  readonly dropped: FloatArray;
  readonly scales: FloatArray;
  /** d(loss)/dZ. */
  readonly dz: FloatArray;
  /** Gradients of the layer's parameters; of the first one without those of the categories. */
  readonly d: DenseParameters;
  readonly dNormalization: NormalizationGradients | null;
}

/** Arrays of one forward and backward pass, allocated once for the largest batch. */
export interface Workspace {
  readonly input: InputLayer;
  readonly layers: readonly LayerWorkspace[];
}

export function createWorkspace(network: Network, nRows: number): Workspace {
  const input = new InputLayer(network, nRows);
  const layers = network.layers.map((layer, l) =>
    layerWorkspace(layer, l === 0 ? input.dense : layer, nRows),
  );
  return { input, layers };
}

/** @param dense parameters of the layer without categories */
function layerWorkspace(layer: Layer, { weights, biases }: DenseParameters, nRows: number): LayerWorkspace {
  const { activation, normalization, dropout } = layer;
  const length = nRows * biases.length;
  const z = zerosLike(biases, length);
  return {
    z,
    a: activation ? zerosLike(biases, length) : z,
    dropped: zerosLike(biases, dropout > 0 ? length : 0),
    scales: zerosLike(biases, dropout > 0 ? length : 0),
    dz: zerosLike(biases, length),
    normalized: zerosLike(biases, normalization ? length : 0),
    inverseDeviations: zerosLike(biases, normalization ? Math.max(nRows, biases.length) : 0),
    d: { weights: zerosLike(weights), biases: zerosLike(biases) },
    dNormalization: normalization && { gain: zerosLike(biases), shift: zerosLike(biases) },
  };
}

const rowsOf = ({ biases: { length } }: Layer, nRows: number) => ({
  nRows,
  nColumns: length,
  stride: length,
});

/**
 * Outputs of the last layer: logits, or the predicted value.
 * @param training what dropout draws from; null where nobody trains
 * @returns (batch, outputs), owned by the workspace and overwritten by the next call
 */
export function forward(
  network: Network,
  { input, layers }: Workspace,
  batch: Omit<Batch, 'targets'>,
  nRows: number,
  training: Random | null,
): FloatArray {
  let { x } = input.inputs(batch, nRows);
  for (const [l, layer] of network.layers.entries()) {
    const arrays = layers[l]!;
    denseForward(arrays.z, x, l === 0 ? input.dense : layer, nRows);
    if (l === 0) input.addCategories(arrays.z, batch, nRows);
    finish(layer, arrays, nRows, training);
    x = training ? outputs(layer, arrays) : arrays.a;
  }
  return x;
}

/** What follows on the sums of a layer. */
function finish(layer: Layer, arrays: LayerWorkspace, nRows: number, training: Random | null) {
  const { normalization, activation } = layer;
  const { z, a } = arrays;
  const rows = rowsOf(layer, nRows);
  if (normalization)
    normalizations[normalization.name].forward(arrays, normalization, rows, training !== null);
  if (activation) {
    const { value } = activations[activation];
    const n = nRows * rows.stride;
    for (let i = 0; i < n; i++) a[i] = value(z[i]!);
  }
  if (training && layer.dropout > 0) dropOut(arrays, layer.dropout, training, rows);
}

/** What the layer above sees in training. */
const outputs = ({ dropout }: Layer, { a, dropped }: LayerWorkspace) => (dropout > 0 ? dropped : a);

/**
 * Gradients of every parameter into the workspace, by the chain rule from the last layer to the first.
 * The last `dz` holds d(loss)/d(outputs) already; `forward` has just run on the same samples.
 * @param isTraining whether it did so in training
 */
export function backward(
  network: Network,
  { input, layers }: Workspace,
  batch: Omit<Batch, 'targets'>,
  nRows: number,
  isTraining = true,
) {
  for (let l = layers.length - 1; l > 0; l--) {
    const below = layers[l - 1]!;
    const { d, dz } = layers[l]!;
    denseBackward(below.dz, d, dz, outputs(network.layers[l - 1]!, below), network.layers[l]!, nRows);
    finishBackward(network.layers[l - 1]!, below, nRows, isTraining);
  }
  const { d, dz } = layers[0]!;
  const { x, dx } = input.inputs(batch, nRows);
  denseBackward(dx, d, dz, x, input.dense, nRows);
  input.backward(dz, batch, nRows);
}

/** dA becomes dZ in place: dZ = dA ⊙ f′(Z), through dropout before and normalization after. */
function finishBackward(layer: Layer, arrays: LayerWorkspace, nRows: number, isTraining: boolean) {
  const { normalization, activation, dropout } = layer;
  const { z, a, dz, scales, dNormalization } = arrays;
  const rows = rowsOf(layer, nRows);
  if (dropout > 0) dropOutBackward(dz, scales, rows);
  if (activation) {
    const { derivative } = activations[activation];
    const n = nRows * rows.stride;
    for (let i = 0; i < n; i++) dz[i]! *= derivative(z[i]!, a[i]!);
  }
  if (normalization)
    normalizations[normalization.name].backward(
      ...([dz, dNormalization!, arrays, normalization, rows, isTraining] as const),
    );
}
