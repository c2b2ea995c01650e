import '../helpers/relaxedSimd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActivationName, activations } from '../../src/engine/activations';
import type { FloatArray } from '../../src/engine/array';
import { type Kernel, plainTypeScript } from '../../src/engine/kernel';
import { availableKernels } from '../../src/engine/kernels';
import type { LossName } from '../../src/engine/losses';
import { type OptimizerName, optimizers } from '../../src/engine/optimizers';
import { Random } from '../../src/engine/random';
import type { StepOptions } from '../../src/engine/step';
import { initTraining, parameters } from '../../src/engine/trainingState';

const size = fc.integer({ min: 1, max: 70 });
const setUp = fc.record({
  nInputs: size,
  hidden: fc.array(
    fc.record({ size, activation: fc.constantFrom(...(Object.keys(activations) as ActivationName[])) }),
    { maxLength: 3 },
  ),
  nOutputs: size,
  nSamples: size,
  batchSize: size,
  loss: fc.constantFrom<LossName>('cross_entropy', 'mse'),
  optimizer: fc.constantFrom(...(Object.keys(optimizers) as OptimizerName[])),
  weightDecay: fc.constantFrom(0, 0.01),
  seed: fc.nat(),
});
type SetUp = typeof setUp extends fc.Arbitrary<infer T> ? T : never;

/** A state, samples and options of a set-up: the same for every kernel. */
function problemOf({ hidden, nInputs, seed, ...given }: SetUp) {
  const nOutputs = given.loss === 'mse' ? 1 : given.nOutputs;
  const random = Random.seeded(seed);
  const { nSamples } = given;
  const inputs = Float32Array.from({ length: nSamples * nInputs }, () => random.normal());
  const targets =
    given.loss === 'mse'
      ? Float32Array.from({ length: nSamples }, () => random.normal())
      : Int32Array.from({ length: nSamples }, () => random.integer(nOutputs));
  const hiddenSizes = hidden.map(layer => layer.size);
  const architecture = { nInputs, hiddenSizes, nOutputs, weightInit: 'auto' } as const;
  const state = initTraining(
    { ...architecture, activations: hidden.map(({ activation }) => activation) },
    given.optimizer,
    seed,
  );
  for (const { biases } of state.layers)
    for (let i = 0; i < biases.length; i++) biases[i] = 0.1 * random.normal();
  const { loss, optimizer, weightDecay } = given;
  const options: StepOptions = {
    ...{ loss, optimizer, weightDecay, learningRate: optimizer === 'adam' ? 1e-3 : 0.01 },
    ...{ momentum: 0.9, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  };
  return { state, train: { inputs, targets }, options, batchSize: Math.min(given.batchSize, nSamples) };
}

/** Two steps, the second on a batch that is not full, and an evaluation. */
function outcome(kernel: Kernel, given: SetUp) {
  const { state, train, options, batchSize } = problemOf(given);
  const trainer = kernel.createTrainer(state, train, batchSize, options);
  const rows = Uint32Array.from({ length: batchSize }, (_, i) => (i * 7919) % train.targets.length);
  const first = { ...trainer.step(rows, true) };
  state.progress.step++;
  const second = { ...trainer.step(rows.subarray(0, Math.ceil(batchSize / 2)), false) };
  const evaluation = trainer.evaluate(train);
  return { first, second, evaluation, state: trainer.state() };
}

/** Root of the mean square difference, against that of the expected values or 1e-3, whichever is larger. */
function distance(actual: FloatArray, expected: FloatArray) {
  const meanSquare = (values: number[]) => values.reduce((sum, v) => sum + v * v, 0) / values.length;
  const differences = Array.from(actual, (value, i) => value - expected[i]!);
  return Math.sqrt(meanSquare(differences) / Math.max(meanSquare([...expected]), 1e-6));
}

const fast = [...availableKernels()].filter(({ name }) => name !== plainTypeScript.name);

it('both modules work on this machine', () => {
  expect(fast.map(({ name }) => name)).toEqual(['WebAssembly relaxed SIMD', 'WebAssembly SIMD']);
});

describe.each(fast)('$name agrees with the reference', kernel => {
  it('for networks of any shape', () => {
    fc.assert(
      fc.property(setUp, given => {
        const [actual, expected] = [outcome(kernel, given), outcome(plainTypeScript, given)];
        expect(actual.first.loss).toBeCloseTo(expected.first.loss, 4);
        expect(actual.first.nCorrect).toBe(expected.first.nCorrect);
        expect(actual.second.loss).toBeCloseTo(expected.second.loss, 4);
        expect(distance(actual.evaluation.outputs, expected.evaluation.outputs)).toBeLessThan(1e-3);
        expect(actual.evaluation.loss).toBeCloseTo(expected.evaluation.loss, 4);
        const all = parameters(expected.state.layers);
        for (const [p, values] of parameters(actual.state.layers).entries())
          expect(distance(values, all[p]!)).toBeLessThan(1e-3);
        for (const [l, statistics] of actual.first.statistics!.entries())
          expect(statistics.gradientNorm).toBeCloseTo(expected.first.statistics![l]!.gradientNorm, 4);
      }),
      { numRuns: 300 },
    );
  });
});
