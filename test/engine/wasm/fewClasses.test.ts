import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Kernel, plainTypeScript } from '../../../src/engine/kernel';
import { parametersOf } from '../../../src/engine/parameters';
import { fastKernels, plain, problemOf, type Setting } from './support';

const sizes = fc.record({
  nOutputs: fc.integer({ min: 1, max: 9 }),
  nSamples: fc.integer({ min: 1, max: 30 }),
  nRows: fc.integer({ min: 1, max: 30 }),
  seed: fc.nat(),
});

/** Two steps on the first samples, the second of which makes the calls of the first again. */
function outcome(kernel: Kernel, setting: Setting, nRows: number) {
  const { state, train, options, batchSize } = problemOf(setting);
  const trainer = kernel.createTrainer(state, train, batchSize, options);
  const rows = Uint32Array.from({ length: nRows }, (_, i) => i % setting.nSamples);
  const steps = [0.1, 0.2].map(learningRate => {
    const { loss, nCorrect } = trainer.step(rows.subarray(0, batchSize), learningRate, false);
    return { loss, nCorrect };
  });
  return { steps, weights: parametersOf(trainer.state()).flatMap(({ values }) => [...values]) };
}

// The kernels take four samples at once where there are at most four classes: any number may be left.
describe.each(fastKernels)('$name with few classes and any number of samples', kernel => {
  it('agrees with the reference', () => {
    const agrees = fc.property(sizes, ({ nRows, ...rest }) => {
      const setting = { ...plain, ...rest, nInputs: 3, hidden: [], batchSize: nRows };
      const [actual, expected] = [outcome(kernel, setting, nRows), outcome(plainTypeScript, setting, nRows)];
      for (const [n, { loss, nCorrect }] of expected.steps.entries()) {
        expect(actual.steps[n]!.loss).toBeCloseTo(loss, 5);
        expect(actual.steps[n]!.nCorrect).toBe(nCorrect);
      }
      for (const [i, weight] of expected.weights.entries()) expect(actual.weights[i]).toBeCloseTo(weight, 5);
    });
    fc.assert(agrees, { numRuns: 300, seed: 1 });
  });
});
