import '../../helpers/relaxedSimd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleBytes } from '../../../src/engine/examples';
import { Random } from '../../../src/engine/random';
import { Arena, floats } from '../../../src/engine/wasm/arena';
import { Batch, planBatch, residentBytes } from '../../../src/engine/wasm/batch';
import { instantiate } from '../../../src/engine/wasm/exports';
import { planInput } from '../../../src/engine/wasm/inputPlan';
import { PassingBytes } from '../../../src/engine/wasm/passingBytes';
import relaxed from '../../../src/engine/wasm/relaxed.wasm';
import simd from '../../../src/engine/wasm/simd.wasm';
import { denseNetwork } from '../support';

const modules = [
  { name: 'relaxed', module: new WebAssembly.Module(relaxed) },
  { name: 'simd', module: new WebAssembly.Module(simd) },
];
const nSamples = 30;

function problem(nInputs: number, random: Random) {
  const inputs = {
    values: Uint8Array.from({ length: nSamples * nInputs }, () => random.integer(256)),
    shift: Float32Array.from({ length: nInputs }, () => 255 * random.uniform()),
    factor: Float32Array.from({ length: nInputs }, () => 1 / (255 * random.uniform() + 1e-3)),
  };
  return { inputs, targets: new Int32Array(nSamples) };
}

/** Bytes in the memory of a module, ready to be scaled into a batch of `nRows`. */
function bytesIn(module: WebAssembly.Module, examples: ReturnType<typeof problem>, nRows: number) {
  const arena = new Arena();
  const weights = new Float32Array(examples.inputs.shift.length);
  const network = denseNetwork([{ weights, biases: new Float32Array(1), activation: null }]);
  const plan = planBatch(arena, examples, planInput(arena, network, nRows), nRows, true);
  const memory = arena.allocate();
  const { kernels } = instantiate(module, memory);
  return {
    batch: new Batch(kernels, memory, plan, examples),
    passing: new PassingBytes(kernels, memory, plan.passing!, plan, examples.inputs),
    stride: plan.stride / 4,
    x: floats(memory, plan.inputs),
  };
}

describe.each(modules)('bytes are scaled by $name', ({ module }) => {
  it.each([
    ['all in memory', 'all'],
    ['a batch brought in', 'batch'],
    ['consecutive ones brought in', 'consecutive'],
  ])('to the same bits as by the reference, %s', (_, way) => {
    const size = fc.integer({ min: 1, max: 200 });
    const agrees = fc.property(size, fc.integer({ min: 1, max: 20 }), fc.nat(), (nInputs, nRows, seed) => {
      const random = Random.seeded(seed);
      const examples = problem(nInputs, random);
      const first = random.integer(nSamples - nRows + 1);
      const chosen = Uint32Array.from({ length: nRows }, (_, n) =>
        way === 'consecutive' ? first + n : random.integer(nSamples),
      );
      const { batch, passing, stride, x } = bytesIn(module, examples, nRows);
      if (way === 'all') {
        batch.choose(chosen);
        batch.gather(nRows);
      } else if (way === 'batch') passing.gather(chosen);
      else passing.gatherFrom(first, nRows);

      const expected = new Float32Array(nRows * stride);
      for (const [n, row] of chosen.entries())
        scaleBytes(expected, n * stride, examples.inputs, row, nInputs);
      expect(x).toEqual(expected);
    });
    fc.assert(agrees, { numRuns: 100, seed: 1 });
  });
});

describe('the memory of bytes', () => {
  it('is one byte a number', () => {
    expect(residentBytes(problem(784, Random.seeded(1)))).toBe(nSamples * 784);
    expect(residentBytes({ inputs: new Float32Array(10), targets: new Int32Array(5) })).toBe(40);
  });

  it('is not taken where there are too many', () => {
    const values = { length: 2 ** 28 + 1 } as Uint8Array;
    const inputs = { values, shift: new Float32Array(1), factor: new Float32Array(1) };
    expect(residentBytes({ inputs, targets: new Int32Array(1) })).toBe(0);
  });
});
