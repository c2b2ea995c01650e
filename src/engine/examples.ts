import { type FloatArray, zerosLike } from './array';
import type { Targets } from './losses';

/** Samples ready for the network. */
export interface Examples {
  /** (samples, numbers), row-major. */
  readonly inputs: FloatArray | Bytes;
  /**
   * (samples, choices), row-major: which row of its table each sample selects, −1 for none. Choices for the embeddings
   * come first, then those among the rows of the first weights. Absent where there is nothing to choose.
   */
  readonly selected?: Int32Array | undefined;
  /** (samples). */
  readonly targets: Targets;
}

/** Numbers that stay bytes until a batch needs them: (byte − shift) · factor, in float32. */
export interface Bytes {
  /** (samples, numbers), row-major. */
  readonly values: Uint8Array;
  /** (numbers), each. */
  readonly shift: Float32Array;
  readonly factor: Float32Array;
}

export const isBytes = (inputs: Examples['inputs']): inputs is Bytes =>
  'values' in inputs && 'shift' in inputs;

/** Numbers of one sample, without its choices. */
export const countInputs = ({ inputs, targets }: Examples): number =>
  (isBytes(inputs) ? inputs.values.length : inputs.length) / targets.length;

export const countChoices = ({ selected, targets }: Examples): number =>
  (selected?.length ?? 0) / targets.length;

/** Samples brought together for one pass, in arrays that the next one overwrites. */
export interface Batch {
  /** (batch, numbers) */
  readonly inputs: FloatArray;
  /** (batch, choices) */
  readonly selected: Int32Array;
  /** (batch), of the same type as the targets of all samples. */
  readonly targets: Targets;
}

/** @param like an array of the precision to compute in */
export function createBatch(examples: Examples, nRows: number, like: FloatArray): Batch {
  const { targets } = examples;
  return {
    inputs: zerosLike(like, nRows * countInputs(examples)),
    selected: new Int32Array(nRows * countChoices(examples)),
    targets: targets instanceof Int32Array ? new Int32Array(nRows) : zerosLike(targets, nRows),
  };
}

/** Copies the samples `rows` to the front of the batch. */
export function gather(batch: Batch, examples: Examples, rows: Uint32Array) {
  const { inputs, selected, targets } = examples;
  const nInputs = countInputs(examples);
  const nChoices = countChoices(examples);
  for (let n = 0; n < rows.length; n++) {
    const row = rows[n]!;
    if (isBytes(inputs)) scaleBytes(batch.inputs, n * nInputs, inputs, row, nInputs);
    else batch.inputs.set(inputs.subarray(row * nInputs, (row + 1) * nInputs), n * nInputs);
    if (selected) batch.selected.set(selected.subarray(row * nChoices, (row + 1) * nChoices), n * nChoices);
    batch.targets[n] = targets[row]!;
  }
}

/** Writes one sample as numbers; rounded to float32 after each operation, as every kernel does. */
export function scaleBytes(
  out: FloatArray,
  offset: number,
  { values, shift, factor }: Bytes,
  row: number,
  nInputs: number,
) {
  for (let i = 0; i < nInputs; i++)
    out[offset + i] = Math.fround(Math.fround(values[row * nInputs + i]! - shift[i]!) * factor[i]!);
}
