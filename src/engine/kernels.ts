import { type Kernel, type KernelName, plainTypeScript } from './kernel';
import { agreesWithReference } from './probe';
import { wasmKernel } from './wasm/kernel';
import relaxed from './wasm/relaxed.wasm';
import simd from './wasm/simd.wasm';

/** The modules, the fastest first. */
const modules: readonly { readonly name: KernelName; readonly bytes: Uint8Array<ArrayBuffer> }[] = [
  { name: 'WebAssembly relaxed SIMD', bytes: relaxed },
  { name: 'WebAssembly SIMD', bytes: simd },
];

let available: readonly [Kernel, ...Kernel[]] | null = null;

/** The kernels that work on this machine, the fastest first; the reference always does. Found out once. */
export function availableKernels(): readonly [Kernel, ...Kernel[]] {
  if (available) return available;
  const [fastest = plainTypeScript, ...others] = modules.flatMap(
    ({ name, bytes }) => load(name, bytes) ?? [],
  );
  available = fastest === plainTypeScript ? [fastest] : [fastest, ...others, plainTypeScript];
  return available;
}

/** A module that is valid here and computes what the reference does. */
function load(name: KernelName, bytes: Uint8Array<ArrayBuffer>): Kernel | null {
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(bytes)) return null;
  const kernel = wasmKernel(name, new WebAssembly.Module(bytes));
  return agreesWithReference(kernel) ? kernel : null;
}
