import '../helpers/relaxedSimd';
import relaxed from '../../src/engine/wasm/relaxed.wasm';
import simd from '../../src/engine/wasm/simd.wasm';

export const instructionSets = [
  { name: 'relaxed SIMD', bytes: relaxed },
  { name: 'SIMD128', bytes: simd },
];

/** The functions of a module, with arrays at the front of its memory. */
export function load(bytes: Uint8Array<ArrayBuffer>) {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1 });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  return {
    kernels: exports as Record<string, (...values: number[]) => number>,
    array: (address: number, length: number) => new Float32Array(memory.buffer, address, length),
  };
}

const mantissaBits = 23;
const smallestExponent = -126;

/** Distance of two float32 at a number, whose exponent is never less than that of the smallest normal one. */
export const unitInLastPlace = (value: number) =>
  2 ** (Math.max(Math.floor(Math.log2(Math.abs(value))), smallestExponent) - mantissaBits);
