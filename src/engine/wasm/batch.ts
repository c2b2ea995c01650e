import { countChoices, countInputs, type Examples, isBytes, scaleBytes } from '../examples';
import type { Targets } from '../losses';
import { type Arena, bytes, floats, integers, type Region } from './arena';
import type { KernelExports } from './exports';
import type { InputPlan } from './inputPlan';
import { rowLength } from './panels';
import { PassingBytes, type PassingPlan, planPassing } from './passingBytes';

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
  /** All training samples, (samples, inputs), as bytes where there is a `scaling`; null where they are too many. */
  readonly samples: Region | null;
  /** (inputs), each: what makes numbers of bytes. */
  readonly scaling: { readonly shift: Region; readonly factor: Region } | null;
  /** For bytes that do not lie in the memory: those of other samples, or where they are too many. */
  readonly passing: PassingPlan | null;
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
  const nResident = isTraining ? Math.ceil(residentBytes(examples) / floatBytes) : 0;
  return {
    ...{ nInputs, nRows, choices },
    inputs: arena.reserve(nRows * length),
    stride: length * floatBytes,
    rows: arena.reserve(nRows),
    targets: arena.reserve(nRows),
    samples: nResident > 0 ? arena.reserve(nResident) : null,
    scaling: isBytes(examples.inputs)
      ? { shift: arena.reserve(nInputs), factor: arena.reserve(nInputs) }
      : null,
    passing: isBytes(examples.inputs) ? planPassing(arena, nInputs, nRows) : null,
  };
}

/** Where the samples are bytes, and there is room for such. */
export const passingBytes = (
  kernels: KernelExports,
  memory: WebAssembly.Memory,
  plan: BatchPlan,
  { inputs }: Examples,
) => (plan.passing && isBytes(inputs) ? new PassingBytes(kernels, memory, plan.passing, plan, inputs) : null);

export const inputRows = ({ inputs, stride }: BatchPlan) => ({ ...inputs, stride });

/** The front rows of `inputs` and `targets`, filled from the training samples. */
export class Batch {
  readonly #views: BatchViews;
  readonly #rows: Int32Array;
  readonly #examples: Examples;
  readonly #passing: PassingBytes | null;
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
    this.#passing = plan.samples ? null : passingBytes(kernels, memory, plan, train);
    if (plan.samples) keepSamples(memory, plan.samples, plan.scaling, train);
  }

  /** Chooses the samples, and brings their targets. */
  choose(rows: Uint32Array) {
    const { targets, selected } = this.#examples;
    for (let n = 0; n < rows.length; n++) {
      this.#rows[n] = rows[n]!;
      this.targets[n] = targets[rows[n]!]!;
    }
    if (selected) this.#choose(selected, rows);
    if (this.#passing) this.#passing.gather(rows);
    else if (!this.plan.samples) this.#copy(rows);
  }

  /** Brings the inputs of the chosen samples, where they are in the memory of the kernels. */
  gather(nRows: number) {
    const { nInputs, inputs, stride, samples, scaling, rows } = this.plan;
    if (!samples) return;
    const to = [inputs.address, stride] as const;
    const chosen = [nInputs, rows.address, nRows] as const;
    if (scaling) {
      const { shift, factor } = scaling;
      this.kernels.gatherBytes(...to, samples.address, nInputs, ...chosen, shift.address, factor.address);
    } else this.kernels.gather(...to, samples.address, nInputs * floatBytes, ...chosen);
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

/** Puts all samples where the kernels find them. */
function keepSamples(
  memory: WebAssembly.Memory,
  samples: Region,
  scaling: BatchPlan['scaling'],
  { inputs }: Examples,
) {
  if (!isBytes(inputs)) return floats(memory, samples).set(inputs);
  bytes(memory, samples).set(inputs.values);
  floats(memory, scaling!.shift).set(inputs.shift);
  floats(memory, scaling!.factor).set(inputs.factor);
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
