import { type Arena, integers, type Region } from './arena';
import type { Instance, KernelExports, KernelFunction } from './exports';

/** Numbers of a call: the kernel's and its arguments; kernels/run.ts reads them. */
const callLength = 16;

/** Of a layer, from its sums to the updates of all that it learns. */
const layerCalls = 14;
/** Of a table: its rows, their gradients, their update. */
const tableCalls = 3;
/** The samples, two for their entries, the loss, the gradient of what is embedded. */
const otherCalls = 5;

/** Room for the calls of a step. */
export const planCalls = (arena: Arena, nLayers: number, nTables: number): Region =>
  arena.reserve(callLength * (layerCalls * nLayers + tableCalls * nTables + otherCalls));

/**
 * Kernels that write down how they are called. A step makes the same calls as the step before, so it need not ask for
 * each of them again: calling a kernel of a small layer takes longer than what it does.
 */
export class CallRecorder {
  readonly kernels: KernelExports;
  readonly #calls: Int32Array;
  #nCalls = 0;
  /** Rows of the batch that the calls were written down for; 0 when there are none. */
  #nRows = 0;
  #isRecording = false;

  constructor(
    private readonly instance: Instance,
    memory: WebAssembly.Memory,
    private readonly region: Region,
  ) {
    this.#calls = integers(memory, region);
    this.kernels = Object.fromEntries(
      Object.entries(instance.kernels).map(([name, kernel], number) => [
        name,
        this.#recording(kernel, number),
      ]),
    ) as unknown as KernelExports;
  }

  /**
   * Makes the kernel calls of `body`, which are the same whenever `nRows` is the same; it does nothing else. Those of the
   * longest batch are kept: only the last one of an epoch is shorter.
   */
  run(nRows: number, body: () => void) {
    if (nRows === this.#nRows) return this.instance.run(this.region.address, this.#nCalls);
    if (nRows < this.#nRows) return body();
    this.forget();
    this.#isRecording = true;
    body();
    this.#isRecording = false;
    this.#nRows = nRows;
  }

  /** The next step makes other calls. */
  forget() {
    this.#nRows = 0;
    this.#nCalls = 0;
  }

  #recording(kernel: KernelFunction, number: number): KernelFunction {
    return (...args) => {
      if (this.#isRecording) this.#calls.set([number, ...args], callLength * this.#nCalls++);
      return kernel(...args);
    };
  }
}
