import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Arena, floats } from '../../../src/engine/wasm/arena';
import { Batch, planBatch } from '../../../src/engine/wasm/batch';
import type { KernelExports } from '../../../src/engine/wasm/exports';
import { planInput } from '../../../src/engine/wasm/inputPlan';
import { wasmKernel } from '../../../src/engine/wasm/kernel';
import { pack, panelShape, unpack } from '../../../src/engine/wasm/panels';
import { denseNetwork } from '../support';
import { plain, problemOf } from './support';

const size = fc.integer({ min: 1, max: 40 });

describe('panels', () => {
  it('give back what was packed, and hold nothing else', () => {
    fc.assert(
      fc.property(size, size, (nInputs, nOutputs) => {
        const shape = panelShape(nInputs, nOutputs);
        const weights = Float32Array.from({ length: nInputs * nOutputs }, (_, i) => i + 1);
        const inputs = Uint32Array.from({ length: nInputs }, (_, i) => i);
        const live = new Float32Array(shape.length);
        pack(live, weights, shape, inputs);
        const back = new Float32Array(weights.length);
        unpack(back, live, shape, inputs);
        expect(back).toEqual(weights);
        expect(live.filter(weight => weight !== 0)).toHaveLength(weights.length);
        expect(shape.nColumns % 4).toBe(0);
      }),
    );
  });

  it('are as narrow as the outputs allow', () => {
    const columns = [1, 4, 5, 8, 9, 12, 13, 16].map(nOutputs => panelShape(3, nOutputs).nColumns);
    expect(columns).toEqual([4, 4, 8, 8, 12, 12, 16, 16]);
  });
});

describe('a plan of memory', () => {
  it('lays no two arrays over each other, and knows its size before it is allocated', () => {
    const arena = new Arena();
    const regions = [1, 100, 7].map(length => arena.reserve(length));
    const memory = arena.allocate();
    for (const [i, region] of regions.entries()) floats(memory, region).fill(i + 1);
    for (const [i, region] of regions.entries())
      expect(new Set(floats(memory, region))).toEqual(new Set([i + 1]));
    expect(memory.buffer.byteLength).toBeGreaterThanOrEqual(arena.sizeBytes);
  });

  it('refuses a model that 32-bit addresses do not reach', () => {
    const { state, train, options } = problemOf({
      ...{ nInputs: 1, hidden: [], nOutputs: 2, nSamples: 1, batchSize: 1 },
      ...plain,
    });
    const module = new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
    const kernel = wasmKernel('WebAssembly SIMD', module, () => module);
    expect(kernel.canTrain(state, train, 1, options)).toBe(true);
    const [layer] = state.layers;
    const tooLong = { length: 2 ** 29 } as Float32Array;
    const large = { ...state, layers: [{ ...layer!, weights: tooLong }] };
    expect(kernel.canTrain(large, train, 1, options)).toBe(false);
  });
});

describe('a batch', () => {
  it('is copied from outside where the samples do not lie in the memory', () => {
    const memory = new WebAssembly.Memory({ initial: 1 });
    const arena = new Arena();
    const network = denseNetwork([
      { weights: new Float32Array(3), biases: new Float32Array(1), activation: null },
    ]);
    const examples = {
      inputs: Float32Array.from({ length: 12 }, (_, i) => i),
      targets: Int32Array.of(4, 5, 6, 7),
    };
    const plan = planBatch(arena, examples, planInput(arena, network, 2), 2, false);
    const batch = new Batch({} as KernelExports, memory, plan, examples);
    batch.choose(Uint32Array.of(3, 1));
    batch.gather(2);
    expect([...floats(memory, plan.inputs).subarray(0, 6)]).toEqual([9, 10, 11, 3, 4, 5]);
    expect([...batch.targets]).toEqual([7, 5]);
  });
});
