import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActivationName, activations } from '../../../src/engine/activations';
import type { FloatArray } from '../../../src/engine/array';
import type { Histogram } from '../../../src/engine/histogram';
import { type Kernel, plainTypeScript } from '../../../src/engine/kernel';
import { type LossName, losses } from '../../../src/engine/losses';
import { type NormalizationName, normalizations } from '../../../src/engine/normalizations';
import { type OptimizerName, optimizers } from '../../../src/engine/optimizers';
import { buffersOf, parametersOf } from '../../../src/engine/parameters';
import { fastKernels, problemOf, type Setting } from './support';

const size = fc.integer({ min: 1, max: 70 });
const small = fc.integer({ min: 1, max: 3 });
const layer = fc.record({
  size,
  activation: fc.constantFrom(...(Object.keys(activations) as ActivationName[])),
});
const settings: fc.Arbitrary<Setting> = fc.record({
  nInputs: size,
  hidden: fc.array(layer, { maxLength: 3 }),
  nOutputs: size,
  nSamples: size,
  batchSize: size,
  loss: fc.constantFrom<LossName>('cross_entropy', ...(Object.keys(losses) as LossName[])),
  optimizer: fc.constantFrom(...(Object.keys(optimizers) as OptimizerName[])),
  weightDecay: fc.constantFrom(0, 0.01),
  gradientClipNorm: fc.constantFrom(0, 0, 0.1),
  labelSmoothing: fc.constantFrom(0, 0, 0.1),
  isWeighted: fc.constantFrom(false, false, true),
  embeddings: fc.array(
    fc.record({
      size: fc.integer({ min: 1, max: 20 }),
      width: fc.integer({ min: 1, max: 9 }),
      nChoices: small,
    }),
    { maxLength: 2 },
  ),
  categories: fc.option(fc.record({ size: fc.integer({ min: 1, max: 40 }), nChoices: small })),
  normalization: fc.constantFrom(null, null, ...(Object.keys(normalizations) as NormalizationName[])),
  dropout: fc.constantFrom(0, 0, 0.3),
  isBytes: fc.constantFrom(false, false, true),
  density: fc.constantFrom(1, 1, 0.05, 0.2),
  seed: fc.nat(),
});

/** They divide by the size of the gradient, so that one that is nothing but rounding counts as much as any. */
const adaptive: readonly OptimizerName[] = ['rmsprop', 'adagrad', 'adam', 'adamw'];

/**
 * What is normalised takes no notice of the biases before it: their gradients are nothing but rounding. And where a
 * batch of few samples hardly varies, it divides by next to nothing.
 */
function comparable(setting: Setting): Setting {
  if (!setting.normalization) return setting;
  const { optimizer, nSamples, batchSize } = setting;
  return {
    ...setting,
    optimizer: adaptive.includes(optimizer) ? 'momentum' : optimizer,
    nSamples: 40 + nSamples,
    batchSize: 30 + batchSize,
  };
}

/** Steps on batches that are full and that are not, some of which make the same calls as one before, and an evaluation. */
function outcome(kernel: Kernel, setting: Setting) {
  const { state, train, options, batchSize } = problemOf(setting);
  const trainer = kernel.createTrainer(state, train, batchSize, options);
  const rows = Uint32Array.from({ length: batchSize }, (_, i) => (i * 7919) % train.targets.length);
  const learningRate = adaptive.includes(setting.optimizer) ? 1e-3 : 0.01;
  const first = { ...trainer.step(rows, learningRate, true, true) };
  state.progress.step++;
  const half = Math.ceil(batchSize / 2);
  const others = [rows.subarray(0, half), rows.subarray(-half), rows].map(each => {
    const { loss } = trainer.step(each, learningRate, false);
    state.progress.step++;
    return loss;
  });
  return { first, others, evaluation: trainer.evaluate(train, true, true), state: trainer.state() };
}

/** Root of the mean square difference, against that of the expected values or 1e-3, whichever is larger. */
function distance(actual: FloatArray, expected: FloatArray) {
  const meanSquare = (values: number[]) => values.reduce((sum, v) => sum + v * v, 0) / values.length;
  const differences = Array.from(actual, (value, i) => value - expected[i]!);
  return Math.sqrt(meanSquare(differences) / Math.max(meanSquare([...expected]), 1e-6));
}

/** The same number of values over the same range, of which rounding moves one by a bin at most. */
function expectLike(actual: Histogram, expected: Histogram) {
  const range = expected.max - expected.min;
  expect(Math.abs(actual.min - expected.min)).toBeLessThan(1e-3 * range + 1e-5);
  expect(Math.abs(actual.max - expected.max)).toBeLessThan(1e-3 * range + 1e-5);
  let [n, ahead, distance] = [0, 0, 0];
  for (const [bin, count] of actual.counts.entries()) {
    n += count;
    ahead += count - expected.counts[bin]!;
    distance += Math.abs(ahead);
  }
  expect(ahead).toBe(0);
  // Where all are alike but for rounding, they may be anywhere.
  if (range > 1e-4) expect(distance).toBeLessThanOrEqual(n);
}

it('both modules work on this machine', () => {
  expect(fastKernels.map(({ name }) => name)).toEqual(['WebAssembly relaxed SIMD', 'WebAssembly SIMD']);
});

describe.each(fastKernels)('$name agrees with the reference', kernel => {
  it('on networks of any shape', () => {
    const agrees = fc.property(settings, each => {
      const setting = comparable(each);
      const [actual, expected] = [outcome(kernel, setting), outcome(plainTypeScript, setting)];
      // Where a batch hardly varies, normalization divides by next to nothing.
      const isSensitive = adaptive.includes(setting.optimizer) || setting.normalization;
      const tolerance = isSensitive ? 1e-3 : 1e-5;
      const expectClose = (values: FloatArray, reference: FloatArray) =>
        expect(distance(values, reference)).toBeLessThan(tolerance);

      expect(actual.first.loss).toBeCloseTo(expected.first.loss, 5);
      expect(actual.first.nCorrect).toBe(expected.first.nCorrect);
      for (const [i, loss] of expected.others.entries())
        expect(Math.abs(actual.others[i]! - loss)).toBeLessThan(setting.normalization ? 1e-3 : 5e-5);
      expectClose(actual.evaluation.outputs, expected.evaluation.outputs);
      expectClose(actual.evaluation.sampleLosses, expected.evaluation.sampleLosses);
      expect(actual.evaluation.accuracy).toBe(expected.evaluation.accuracy);
      expect(actual.evaluation.statistics!.confusion).toEqual(expected.evaluation.statistics!.confusion);
      for (const [l, values] of expected.evaluation.statistics!.activations.entries()) {
        const { mean, deviation, zeroFraction, saturatedFraction, histogram } =
          actual.evaluation.statistics!.activations[l]!;
        expect(mean).toBeCloseTo(values.mean, 4);
        expect(deviation).toBeCloseTo(values.deviation, 4);
        expect(zeroFraction).toBe(values.zeroFraction);
        expect(saturatedFraction).toBe(values.saturatedFraction);
        expectLike(histogram!, values.histogram!);
      }
      for (const [l, statistics] of expected.first.statistics!.entries()) {
        const { weightNorm, gradientNorm, updateRatio, gradientHistogram } = actual.first.statistics![l]!;
        if (statistics.gradientHistogram) expectLike(gradientHistogram!, statistics.gradientHistogram);
        else expect(gradientHistogram).toBeNull();
        expect(weightNorm / statistics.weightNorm).toBeCloseTo(1, 4);
        expect(gradientNorm).toBeCloseTo(statistics.gradientNorm, 4);
        expect(updateRatio).toBeCloseTo(statistics.updateRatio, 4);
      }
      expect(actual.state.progress.dropout).toEqual(expected.state.progress.dropout);
      const reference = parametersOf(expected.state);
      for (const [p, { values }] of parametersOf(actual.state).entries())
        expectClose(values, reference[p]!.values);
      const figures = buffersOf(expected.state);
      for (const [p, { values }] of buffersOf(actual.state).entries())
        expectClose(values, figures[p]!.values);
      for (const [p, arrays] of actual.state.slots.entries())
        for (const [s, values] of arrays.entries()) expectClose(values, expected.state.slots[p]![s]!);
    });
    // The same networks every time: a tie between two logits may fall either way.
    fc.assert(agrees, { numRuns: 400, seed: 1 });
  }, 60_000);
});
