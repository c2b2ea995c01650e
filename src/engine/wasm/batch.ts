import { countChoices, countInputs, type Examples, isBytes, scaleBytes } from '../examples';
import type { Targets } from '../losses';
import { type Arena, floats, integers, type Region } from './arena';
import { ByteInputs, type BytePlan, planBytes } from './byteInputs';
import type { KernelExports } from './exports';
import type { InputPlan } from './inputPlan';
import { rowLength } from './panels';

const floatBytes = 4;
/** Larger data stays where it is, and each batch is copied from there. */
const maxResidentBytes = 2 ** 28;

/** What the training samples take in the memory of the kernels. */
export function residentBytes({ inputs }: Examples): number {
  const nBytes = isBytes(inputs) ? inputs.values.length : inputs.length * floatBytes;
  return nBytes <= maxResidentBytes ? nBytes : 0;
}

/** Where the samples of one batch, or of one part of an evaluation, lie in the memory of a module. */
export interface BatchPlan {
  /** Numbers of a sample. */
  readonly nInputs: number;
  /** At most. */
  readonly nRows: number;
  /** (rows, inputs of the first layer), rows `stride` bytes apart: the numbers, then what is embedded. */
  readonly inputs: Region;
  readonly stride: number;
  /** (rows, choices): numbers of table rows. */
  readonly choices: Region;
  /** (rows) numbers of the samples, and their targets: class indices, or numbers. */
  readonly rows: Region;
  readonly targets: Region;
  /** All training samples, (samples, inputs); null where they are bytes, or too many. */
  readonly samples: Region | null;
  /** Where they are bytes: all training samples, or those of a batch where they are too many; those of an evaluation. */
  readonly bytes: { readonly trained: BytePlan | null; readonly evaluated: BytePlan } | null;
}

/** @param isTraining whether the samples are trained on, and so met again and again */
export function planBatch(
  arena: Arena,
  examples: Examples,
  { nInputs: nLayerInputs, choices }: InputPlan,
  nRows: number,
  isTraining: boolean,
): BatchPlan {
  const nInputs = countInputs(examples);
  const length = rowLength(nLayerInputs);
  const nResident = isTraining ? residentBytes(examples) : 0;
  const hasBytes = isBytes(examples.inputs);
  const nHeld = nResident > 0 ? examples.targets.length : nRows;
  return {
    ...{ nInputs, nRows, choices },
    inputs: arena.reserve(nRows * length),
    stride: length * floatBytes,
    rows: arena.reserve(nRows),
    targets: arena.reserve(nRows),
    samples: nResident > 0 && !hasBytes ? arena.reserveBytes(nResident) : null,
    bytes: hasBytes
      ? {
          trained: isTraining ? planBytes(arena, nInputs, nHeld) : null,
          evaluated: planBytes(arena, nInputs, nRows),
        }
      : null,
  };
}

export const inputRows = ({ inputs, stride }: BatchPlan) => ({ ...inputs, stride });

/** The front rows of `inputs` and `targets`, filled from the training samples. */
export class Batch {
  readonly #views: BatchViews;
  readonly #rows: Int32Array;
  readonly #examples: Examples;
  readonly #bytes: ByteInputs | null;
  /** Of the same type as the targets of all samples. */
  readonly targets: Targets;

  constructor(
    private readonly kernels: KernelExports,
    memory: WebAssembly.Memory,
    readonly plan: BatchPlan,
    train: Examples,
  ) {
    this.#views = batchViews(memory, plan);
    this.#rows = integers(memory, plan.rows);
    this.#examples = train;
    this.targets =
      train.targets instanceof Int32Array ? integers(memory, plan.targets) : floats(memory, plan.targets);
    const { inputs } = train;
    if (plan.samples && !isBytes(inputs)) floats(memory, plan.samples).set(inputs);
    const trained = plan.bytes?.trained;
    this.#bytes = trained && isBytes(inputs) ? new ByteInputs(kernels, memory, trained, plan, inputs) : null;
    if (residentBytes(train) > 0) this.#bytes?.holdAll();
  }

  gather(rows: Uint32Array) {
    const { plan } = this;
    const { targets, selected } = this.#examples;
    for (let n = 0; n < rows.length; n++) {
      this.#rows[n] = rows[n]!;
      this.targets[n] = targets[rows[n]!]!;
    }
    if (selected) this.#choose(selected, rows);
    if (this.#bytes) return this.#bytes.gather(rows);
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

  #choose(selected: Int32Array, rows: Uint32Array) {
    const { choices } = this.#views;
    const nChoices = countChoices(this.#examples);
    for (let n = 0; n < rows.length; n++)
      for (let c = 0; c < nChoices; c++) choices[n * nChoices + c] = selected[rows[n]! * nChoices + c]!;
  }

  #copy(rows: Uint32Array) {
    const { nInputs, stride } = this.plan;
    if (nInputs === 0) return;
    for (let n = 0; n < rows.length; n++)
      copySample(this.#views.inputs, (n * stride) / floatBytes, this.#examples, rows[n]!, nInputs);
  }
}

/** What a batch is filled through. */
export interface BatchViews {
  readonly inputs: Float32Array;
  readonly choices: Int32Array;
}

export const batchViews = (memory: WebAssembly.Memory, { inputs, choices }: BatchPlan): BatchViews => ({
  inputs: floats(memory, inputs),
  choices: integers(memory, choices),
});

/** Copies one sample to a place in an array of numbers; bytes that no kernel scales are scaled by the reference. */
function copySample(target: Float32Array, to: number, { inputs }: Examples, row: number, nInputs: number) {
  if (isBytes(inputs)) scaleBytes(target, to, inputs, row, nInputs);
  else target.set(inputs.subarray(row * nInputs, (row + 1) * nInputs), to);
}

/** Copies the choices of consecutive samples to the front of a batch. */
export function copyChoices({ choices }: BatchViews, examples: Examples, start: number, nRows: number) {
  const nChoices = countChoices(examples);
  const { selected } = examples;
  if (selected) choices.set(selected.subarray(start * nChoices, (start + nRows) * nChoices));
}

/** The same for their numbers. */
export function copyNumbers(
  { inputs: target }: BatchViews,
  { nInputs, stride }: BatchPlan,
  examples: Examples,
  start: number,
  nRows: number,
) {
  const { inputs } = examples;
  const length = stride / floatBytes;
  if (length === nInputs && !isBytes(inputs))
    target.set(inputs.subarray(start * nInputs, (start + nRows) * nInputs));
  else if (nInputs > 0)
    for (let n = 0; n < nRows; n++) copySample(target, n * length, examples, start + n, nInputs);
}
