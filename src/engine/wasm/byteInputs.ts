import type { Bytes } from '../examples';
import { type Arena, bytes, floats, integers, type Region } from './arena';
import type { BatchPlan } from './batch';
import type { KernelExports } from './exports';

/** Where samples lie as bytes in the memory of a module, and what makes numbers of them. */
export interface BytePlan {
  /** (samples, numbers) */
  readonly values: Region;
  /** (numbers), each. */
  readonly shifts: Region;
  readonly scales: Region;
}

export const planBytes = (arena: Arena, nInputs: number, nSamples: number): BytePlan => ({
  values: arena.reserveBytes(nInputs * nSamples),
  shifts: arena.reserve(nInputs),
  scales: arena.reserve(nInputs),
});

/** Samples that stay bytes until a batch needs them. */
export class ByteInputs {
  readonly #values: Uint8Array;
  readonly #rows: Int32Array;
  #holdsAll = false;

  constructor(
    private readonly kernels: KernelExports,
    memory: WebAssembly.Memory,
    private readonly plan: BytePlan,
    private readonly batch: BatchPlan,
    private readonly source: Bytes,
  ) {
    this.#values = bytes(memory, plan.values);
    this.#rows = integers(memory, batch.rows);
    floats(memory, plan.shifts).set(source.shift);
    floats(memory, plan.scales).set(source.scale);
  }

  /** Brings all samples in, once; there is room for them. */
  holdAll() {
    this.#holdsAll = true;
    this.#values.set(this.source.values);
  }

  /** Scales the samples `rows`, whose numbers the batch has too. */
  gather(rows: Uint32Array) {
    if (this.#holdsAll) return this.#scale(rows.length);
    for (let n = 0; n < rows.length; n++) this.#bring(rows[n]!, 1, n);
    this.#scaleFirst(rows.length);
  }

  /** Scales consecutive samples of the source. */
  gatherFrom(start: number, nRows: number) {
    this.#bring(start, nRows, 0);
    this.#scaleFirst(nRows);
  }

  #bring(start: number, nSamples: number, to: number) {
    const { nInputs } = this.batch;
    const samples = this.source.values.subarray(start * nInputs, (start + nSamples) * nInputs);
    this.#values.set(samples, to * nInputs);
  }

  #scaleFirst(nRows: number) {
    for (let n = 0; n < nRows; n++) this.#rows[n] = n;
    this.#scale(nRows);
  }

  #scale(nRows: number) {
    const { inputs, stride, nInputs, rows } = this.batch;
    const { values, shifts, scales } = this.plan;
    this.kernels.gatherBytes(
      inputs.address,
      stride,
      values.address,
      nInputs,
      nInputs,
      rows.address,
      nRows,
      shifts.address,
      scales.address,
    );
  }
}
