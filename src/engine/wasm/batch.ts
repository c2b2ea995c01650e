import type { FloatArray } from '../array';
import type { Examples } from '../evaluate';
import type { Targets } from '../losses';
import { type Arena, floats, integers, type Region } from './arena';
import type { KernelExports } from './exports';
import { rowLength } from './network';

const floatBytes = 4;
/** Larger data stays where it is, and each batch is copied from there. */
const maxResidentBytes = 2 ** 28;

/** What the training samples take in the memory of the kernels. */
export function residentBytes({ inputs }: Examples): number {
  const nBytes = inputs.length * floatBytes;
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

export function planBatch(arena: Arena, nInputs: number, nRows: number, nSamples: number): BatchPlan {
  const length = rowLength(nInputs);
  const isResident = nSamples * nInputs * floatBytes <= maxResidentBytes;
  return {
    ...{ nInputs, nRows },
    inputs: arena.reserve(nRows * length),
    stride: length * floatBytes,
    rows: arena.reserve(nRows),
    targets: arena.reserve(nRows),
    samples: isResident ? arena.reserve(nSamples * nInputs) : null,
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
    if (plan.samples) floats(memory, plan.samples).set(train.inputs);
  }

  /** Chooses the samples, and brings their targets. */
  choose(rows: Uint32Array) {
    const { targets } = this.#examples;
    for (let n = 0; n < rows.length; n++) {
      this.#rows[n] = rows[n]!;
      this.targets[n] = targets[rows[n]!]!;
    }
    if (!this.plan.samples) this.#copy(rows);
  }

  /** Brings the inputs of the chosen samples, where they are in the memory of the kernels. */
  gather(nRows: number) {
    const { nInputs, inputs, stride, samples, rows } = this.plan;
    if (!samples) return;
    this.kernels.gather(
      inputs.address,
      stride,
      samples.address,
      nInputs * floatBytes,
      nInputs,
      rows.address,
      nRows,
    );
  }

  #copy(rows: Uint32Array) {
    const { nInputs, stride } = this.plan;
    const { inputs } = this.#examples;
    for (let n = 0; n < rows.length; n++) {
      const from = rows[n]! * nInputs;
      this.#inputs.set(inputs.subarray(from, from + nInputs), (n * stride) / floatBytes);
    }
  }
}

/** Copies consecutive samples to the front of an array whose rows lie `stride` bytes apart. */
export function copySamples(target: Float32Array, { nInputs, stride }: BatchPlan, samples: FloatArray) {
  const length = stride / floatBytes;
  if (length === nInputs) return target.set(samples);
  for (let from = 0, to = 0; from < samples.length; from += nInputs, to += length)
    target.set(samples.subarray(from, from + nInputs), to);
}
