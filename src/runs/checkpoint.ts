import type { Network } from '../engine/network';
import { buffersOf, type NamedArray, parametersOf } from '../engine/parameters';
import type { Progress, TrainingState } from '../engine/trainingState';
import type { Adjustment } from './record';
import { decodeSafetensors, encodeSafetensors, type Tensor, type TensorFile } from './safetensors';

/** The parameters alone: enough to predict. */
export function encodeWeights(network: Network, epoch: number): Uint8Array {
  return encodeSafetensors({ tensors: weightTensors(network), metadata: { epoch: String(epoch) } });
}

/** Room in the header for one tensor, and for what stands beside them: more than they take. */
const maxHeaderEntry = 128;

/** Bytes that `encodeWeights` makes, at most. */
export function weightBytes(network: Network): number {
  const arrays = arraysOf(network);
  return arrays.reduce((sum, { values }) => sum + 4 * values.length, (1 + arrays.length) * maxHeaderEntry);
}

/** Parameters, optimizer, progress and the changes that were made: enough to train on, bit for bit. */
export function encodeState(state: TrainingState, adjustments: readonly Adjustment[] = []): Uint8Array {
  const { slots, progress } = state;
  const tensors = weightTensors(state);
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

/** Puts stored parameters into a network of the same shapes; returns the epoch that they are of. */
export function restoreWeights(bytes: Uint8Array, network: Network): number {
  const file = decodeSafetensors(bytes);
  copyWeights(file, network);
  return Number(file.metadata.epoch ?? 0);
}

/** Puts a stored state into one of the same shapes; returns what had been changed on the way to it. */
export function restoreState(bytes: Uint8Array, state: TrainingState): readonly Adjustment[] {
  const { slots, progress } = state;
  const file = decodeSafetensors(bytes);
  copyWeights(file, state);
  for (const [p, arrays] of slots.entries()) {
    for (const [s, values] of arrays.entries())
      values.set(valuesOf(file, `optimizer.${p}.${s}`, [values.length]));
  }
  const { progress: text, adjustments } = file.metadata;
  if (text === undefined) throw new Error('the file holds weights only: training cannot go on from it');
  // The checksum of the file has vouched for the text.
  Object.assign(progress, JSON.parse(text) as Progress);
  // Files of an earlier version say nothing of changes, and know none.
  return JSON.parse(adjustments ?? '[]') as Adjustment[];
}

/** All that a network needs to predict. */
const arraysOf = (network: Network): NamedArray[] => [...parametersOf(network), ...buffersOf(network)];

const weightTensors = (network: Network): Map<string, Tensor> =>
  new Map(
    arraysOf(network).map(({ name, shape, values }) => [
      name,
      { shape: [...shape], values: float32(values) },
    ]),
  );

/** Refuses a file that holds less than the network, or more: it would be another network's. */
function copyWeights(file: TensorFile, network: Network) {
  const arrays = arraysOf(network);
  const names = new Set(arrays.map(({ name }) => name));
  for (const name of file.tensors.keys())
    if (/^(layers|embeddings)\./.test(name) && !names.has(name))
      throw new Error(`the model has no tensor ${name}`);
  for (const { name, values, shape } of arrays) values.set(valuesOf(file, name, shape));
}

function valuesOf({ tensors }: TensorFile, name: string, shape: readonly number[]): Float32Array {
  const tensor = tensors.get(name);
  if (!tensor) throw new Error(`the tensor ${name} is missing`);
  const [found, needed] = [tensor.shape.join(' × '), shape.join(' × ')];
  if (found !== needed) throw new Error(`the tensor ${name} is ${found}, the model needs ${needed}`);
  return tensor.values;
}

const float32 = (values: Float32Array | Float64Array) =>
  values instanceof Float32Array ? values : Float32Array.from(values);
