import { type Kernel, type KernelName, plainTypeScript } from './kernel';
import { agreesWithReference } from './probe';
import { wasmKernel } from './wasm/kernel';
import relaxed from './wasm/relaxed.wasm';
import { shareMemory } from './wasm/shareMemory';
import simd from './wasm/simd.wasm';

/** The modules, the fastest first. */
const modules: readonly { readonly name: KernelName; readonly bytes: Uint8Array<ArrayBuffer> }[] = [
  { name: 'WebAssembly relaxed SIMD', bytes: relaxed },
  { name: 'WebAssembly SIMD', bytes: simd },
];

const loaded = new Map<KernelName, Kernel | null>();

/** The kernels that work on this machine, the fastest first; the reference always does. Each is loaded when it is asked for. */
export function* availableKernels(): Generator<Kernel, void> {
  for (const { name, bytes } of modules) {
    if (!loaded.has(name)) loaded.set(name, load(name, bytes));
    const kernel = loaded.get(name);
    if (kernel) yield kernel;
  }
  yield plainTypeScript;
}

/** The kernel of that name; the fastest where this machine does not have it. */
export function kernelNamed(name: string): Kernel {
  const kernels = [...availableKernels()];
  return kernels.find(kernel => kernel.name === name) ?? kernels[0]!;
}

/** A module that is valid here and computes what the reference does. */
function load(name: KernelName, bytes: Uint8Array<ArrayBuffer>): Kernel | null {
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(bytes)) return null;
  const sharedModule = () => new WebAssembly.Module(shareMemory(bytes));
  const kernel = wasmKernel(name, new WebAssembly.Module(bytes), sharedModule);
  return agreesWithReference(kernel) ? kernel : null;
}
