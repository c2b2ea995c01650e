import { countInputs, type Examples, isBytes, scaleBytes } from '../examples';
import type { Targets } from '../losses';
import { type Arena, floats, integers, type Region } from './arena';
import type { KernelExports } from './exports';
import { rowLength } from './network';

const floatBytes = 4;
/** Larger data stays where it is, and each batch is copied from there. */
const maxResidentBytes = 2 ** 28;

/** What the training samples take in the memory of the kernels. */
export function residentBytes(examples: Examples): number {
  if (isBytes(examples.inputs)) return 0;
  const nBytes = examples.inputs.length * floatBytes;
  return nBytes <= maxResidentBytes ? nBytes : 0;
}

/** Where the samples of one batch, or of one part of an evaluation, lie in the memory of a module. */
export interface BatchPlan {
  readonly nInputs: number;
  /** At most. */
  readonly nRows: number;
  /** (rows, inputs), rows `stride` bytes apart. */
  readonly inputs: Region;
  readonly stride: number;
  /** (rows) numbers of the samples, and their targets: class indices, or numbers. */
  readonly rows: Region;
  readonly targets: Region;
  /** All training samples, (samples, inputs); null where they are too many. */
  readonly samples: Region | null;
}

/** @param isTraining whether the samples are trained on, and so met again and again */
export function planBatch(arena: Arena, examples: Examples, nRows: number, isTraining: boolean): BatchPlan {
  const nInputs = countInputs(examples);
  const length = rowLength(nInputs);
  const nResident = isTraining ? residentBytes(examples) / floatBytes : 0;
  return {
    ...{ nInputs, nRows },
    inputs: arena.reserve(nRows * length),
    stride: length * floatBytes,
    rows: arena.reserve(nRows),
    targets: arena.reserve(nRows),
    samples: nResident > 0 ? arena.reserve(nResident) : null,
  };
}

/** The front rows of `inputs` and `targets`, filled from the training samples. */
export class Batch {
  readonly #inputs: Float32Array;
  readonly #rows: Int32Array;
  readonly #examples: Examples;
  /** Of the same type as the targets of all samples. */
  readonly targets: Targets;

  constructor(
    private readonly kernels: KernelExports,
    memory: WebAssembly.Memory,
    readonly plan: BatchPlan,
    train: Examples,
  ) {
    this.#inputs = floats(memory, plan.inputs);
    this.#rows = integers(memory, plan.rows);
    this.#examples = train;
    this.targets =
      train.targets instanceof Int32Array ? integers(memory, plan.targets) : floats(memory, plan.targets);
    const { inputs } = train;
    if (plan.samples && !isBytes(inputs)) floats(memory, plan.samples).set(inputs);
  }

  gather(rows: Uint32Array) {
    const { plan } = this;
    const { targets } = this.#examples;
    for (let n = 0; n < rows.length; n++) {
      this.#rows[n] = rows[n]!;
      this.targets[n] = targets[rows[n]!]!;
    }
    const { nInputs, inputs, stride, samples } = plan;
    if (!samples) return this.#copy(rows);
    this.kernels.gather(
      inputs.address,
      stride,
      samples.address,
      nInputs * floatBytes,
      nInputs,
      plan.rows.address,
      rows.length,
    );
  }

  #copy(rows: Uint32Array) {
    const { nInputs, stride } = this.plan;
    for (let n = 0; n < rows.length; n++)
      copySample(this.#inputs, (n * stride) / floatBytes, this.#examples, rows[n]!, nInputs);
  }
}

/** Copies one sample to a place in an array of numbers. */
function copySample(target: Float32Array, to: number, { inputs }: Examples, row: number, nInputs: number) {
  if (isBytes(inputs)) scaleBytes(target, to, inputs, row, nInputs);
  else target.set(inputs.subarray(row * nInputs, (row + 1) * nInputs), to);
}

/** Copies consecutive samples to the front of an array whose rows lie `stride` bytes apart. */
export function copySamples(
  target: Float32Array,
  { nInputs, stride }: BatchPlan,
  examples: Examples,
  start: number,
  nRows: number,
) {
  const { inputs } = examples;
  const length = stride / floatBytes;
  if (length === nInputs && !isBytes(inputs))
    target.set(inputs.subarray(start * nInputs, (start + nRows) * nInputs));
  else for (let n = 0; n < nRows; n++) copySample(target, n * length, examples, start + n, nInputs);
}
