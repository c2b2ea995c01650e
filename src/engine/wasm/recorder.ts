import { type Arena, integers, type Region } from './arena';
import type { Instance, KernelExports, KernelFunction } from './exports';

/** Numbers of a call: the kernel's and its arguments; kernels/run.ts reads them. */
const callLength = 16;

/** Room for the calls of a step: six a layer, one for the samples, two for their entries and one for the loss. */
export const planCalls = (arena: Arena, nLayers: number): Region =>
  arena.reserve(callLength * (6 * nLayers + 4));

/**
 * Kernels that write down how they are called. A step makes the same calls as the step before, so it need not ask for
 * each of them again: calling a kernel of a small layer takes longer than what it does.
 */
export class Recorder {
  readonly kernels: KernelExports;
  readonly #calls: Int32Array;
  #nCalls = 0;
  /** What the calls were written down for; null when there are none. */
  #key: number | null = null;
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

  /** Makes the kernel calls of `body`, which are the same whenever `key` is the same; it does nothing else. */
  run(key: number, body: () => void) {
    if (this.#key === key) return this.instance.run(this.region.address, this.#nCalls);
    if (this.#key !== null) return body();
    this.#isRecording = true;
    body();
    this.#isRecording = false;
    this.#key = key;
  }

  /** The next step makes other calls. */
  forget() {
    this.#key = null;
    this.#nCalls = 0;
  }

  #recording(kernel: KernelFunction, number: number): KernelFunction {
    return (...args) => {
      if (this.#isRecording) this.#calls.set([number, ...args], callLength * this.#nCalls++);
      return kernel(...args);
    };
  }
}
