import type { Layer } from '../engine/network';
import type { Progress, TrainingState } from '../engine/trainingState';
import type { Adjustment } from './record';
import { decodeSafetensors, encodeSafetensors, type Tensor, type TensorFile } from './safetensors';

/** The parameters alone: enough to predict. */
export function encodeWeights(layers: readonly Layer[], epoch: number): Uint8Array {
  return encodeSafetensors({ tensors: weightTensors(layers), metadata: { epoch: String(epoch) } });
}

/** Parameters, optimizer, progress and the changes that were made: enough to train on, bit for bit. */
export function encodeState(
  { layers, slots, progress }: TrainingState,
  adjustments: readonly Adjustment[] = [],
): Uint8Array {
  const tensors = weightTensors(layers);
  for (const [p, arrays] of slots.entries()) {
    for (const [s, values] of arrays.entries())
      tensors.set(`optimizer.${p}.${s}`, { shape: [values.length], values: float32(values) });
  }
  return encodeSafetensors({
    tensors,
    metadata: {
      epoch: String(progress.epoch),
      progress: JSON.stringify(progress),
      adjustments: JSON.stringify(adjustments),
    },
  });
}

/** Puts stored parameters into layers of the same shapes; returns the epoch that they are of. */
export function restoreWeights(bytes: Uint8Array, layers: readonly Layer[]): number {
  const file = decodeSafetensors(bytes);
  copyWeights(file, layers);
  return Number(file.metadata.epoch ?? 0);
}

/** Puts a stored state into one of the same shapes; returns what had been changed on the way to it. */
export function restoreState(
  bytes: Uint8Array,
  { layers, slots, progress }: TrainingState,
): readonly Adjustment[] {
  const file = decodeSafetensors(bytes);
  copyWeights(file, layers);
  for (const [p, arrays] of slots.entries()) {
    for (const [s, values] of arrays.entries())
      values.set(valuesOf(file, `optimizer.${p}.${s}`, values.length));
  }
  const { progress: text, adjustments } = file.metadata;
  if (text === undefined) throw new Error('the file holds weights only: training cannot go on from it');
  // The checksum of the file has vouched for the text.
  Object.assign(progress, JSON.parse(text) as Progress);
  // Files of an earlier version say nothing of changes, and know none.
  return JSON.parse(adjustments ?? '[]') as Adjustment[];
}

function weightTensors(layers: readonly Layer[]): Map<string, Tensor> {
  const tensors = new Map<string, Tensor>();
  for (const [l, { weights, biases }] of layers.entries()) {
    const nOutputs = biases.length;
    tensors.set(`layers.${l}.weights`, {
      shape: [weights.length / nOutputs, nOutputs],
      values: float32(weights),
    });
    tensors.set(`layers.${l}.biases`, { shape: [nOutputs], values: float32(biases) });
  }
  return tensors;
}

function copyWeights(file: TensorFile, layers: readonly Layer[]) {
  for (const [l, { weights, biases }] of layers.entries()) {
    weights.set(valuesOf(file, `layers.${l}.weights`, weights.length));
    biases.set(valuesOf(file, `layers.${l}.biases`, biases.length));
  }
}

function valuesOf({ tensors }: TensorFile, name: string, length: number): Float32Array {
  const values = tensors.get(name)?.values;
  if (values?.length !== length)
    throw new Error(`the tensor ${name} has ${values?.length ?? 'no'} values, the model needs ${length}`);
  return values;
}

const float32 = (values: Float32Array | Float64Array) =>
  values instanceof Float32Array ? values : Float32Array.from(values);
