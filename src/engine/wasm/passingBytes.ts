import type { Bytes } from '../examples';
import { type Arena, bytes, floats, integers, type Region } from './arena';
import type { BatchPlan } from './batch';
import type { KernelExports } from './exports';

/** Where samples in bytes pass through the memory of a module, and what makes numbers of them. */
export interface PassingPlan {
  /** (rows, numbers) */
  readonly values: Region;
  /** (numbers), each. */
  readonly shift: Region;
  readonly factor: Region;
}

export const planPassing = (arena: Arena, nInputs: number, nRows: number): PassingPlan => ({
  values: arena.reserveBytes(nInputs * nRows),
  shift: arena.reserve(nInputs),
  factor: arena.reserve(nInputs),
});

/** Samples in bytes from outside the memory: they are brought in as they are, and scaled into the batch by a kernel. */
export class PassingBytes {
  readonly #values: Uint8Array;
  readonly #shift: Float32Array;
  readonly #factor: Float32Array;
  readonly #rows: Int32Array;

  constructor(
    private readonly kernels: KernelExports,
    memory: WebAssembly.Memory,
    private readonly plan: PassingPlan,
    private readonly batch: BatchPlan,
    private readonly source: Bytes,
  ) {
    this.#values = bytes(memory, plan.values);
    this.#shift = floats(memory, plan.shift);
    this.#factor = floats(memory, plan.factor);
    this.#rows = integers(memory, batch.rows);
  }

  /** The samples `rows`, to the front of the batch. */
  gather(rows: Uint32Array) {
    for (let n = 0; n < rows.length; n++) this.#bring(rows[n]!, 1, n);
    this.#toNumbers(rows.length);
  }

  /** Consecutive samples. */
  gatherFrom(start: number, nRows: number) {
    this.#bring(start, nRows, 0);
    this.#toNumbers(nRows);
  }

  #bring(start: number, nSamples: number, to: number) {
    const { nInputs } = this.batch;
    const samples = this.source.values.subarray(start * nInputs, (start + nSamples) * nInputs);
    this.#values.set(samples, to * nInputs);
  }

  /** Training and evaluation pass here in turn, so each brings its own scaling. */
  #toNumbers(nRows: number) {
    const { inputs, stride, nInputs, rows } = this.batch;
    const { values, shift, factor } = this.plan;
    this.#shift.set(this.source.shift);
    this.#factor.set(this.source.factor);
    for (let n = 0; n < nRows; n++) this.#rows[n] = n;
    this.kernels.gatherBytes(
      inputs.address,
      stride,
      values.address,
      nInputs,
      nInputs,
      rows.address,
      nRows,
      shift.address,
      factor.address,
    );
  }
}
