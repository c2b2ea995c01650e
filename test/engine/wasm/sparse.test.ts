import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bytes, Examples } from '../../../src/engine/examples';
import { type OptimizerName, optimizers } from '../../../src/engine/optimizers';
import { Random } from '../../../src/engine/random';
import { CallRecorder } from '../../../src/engine/wasm/callRecorder';
import { instantiate } from '../../../src/engine/wasm/exports';
import { PlacedNetwork } from '../../../src/engine/wasm/network';
import relaxed from '../../../src/engine/wasm/relaxed.wasm';
import simd from '../../../src/engine/wasm/simd.wasm';
import { isSparse } from '../../../src/engine/wasm/sparsePlan';
import { createWasmTrainer } from '../../../src/engine/wasm/trainer';
import { planTraining } from '../../../src/engine/wasm/trainingPlan';
import { denseNetwork } from '../support';
import { plain, problemOf, type Setting } from './support';

const modules = [
  { name: 'WebAssembly relaxed SIMD', module: new WebAssembly.Module(relaxed) },
  { name: 'WebAssembly SIMD', module: new WebAssembly.Module(simd) },
] as const;

const size = fc.integer({ min: 1, max: 70 });
const settings: fc.Arbitrary<Setting> = fc.record({
  nInputs: size,
  // Blocks of outputs of every size, and several of them.
  hidden: fc.array(
    fc.record({ size: fc.integer({ min: 1, max: 120 }), activation: fc.constantFrom('relu', 'tanh') }),
    { maxLength: 2 },
  ),
  nOutputs: size,
  nSamples: size,
  batchSize: size,
  loss: fc.constant('cross_entropy'),
  optimizer: fc.constantFrom(...(Object.keys(optimizers) as OptimizerName[])),
  weightDecay: fc.constantFrom(0, 0.01),
  gradientClipNorm: fc.constantFrom(0, 0, 0.1),
  labelSmoothing: fc.constant(0),
  isWeighted: fc.constant(false),
  categories: fc.option(fc.constant({ size: 9, nChoices: 2 })),
  normalization: fc.constantFrom(null, null, 'layer_norm'),
  dropout: fc.constantFrom(0, 0.3),
  isBytes: fc.boolean(),
  density: fc.constantFrom(0, 0.05, 0.5, 1),
  seed: fc.nat(),
});

describe.each(modules)('$name', ({ name, module }) => {
  function trainerOf({ state, train, options, batchSize }: ReturnType<typeof problemOf>, sparse: boolean) {
    const plan = planTraining(state, train, batchSize, options, sparse);
    const memory = plan.arena.allocate();
    const caller = new CallRecorder(instantiate(module, memory), memory, plan.calls);
    const network = new PlacedNetwork(caller.kernels, memory, plan.network, plan.batch);
    return createWasmTrainer(name, network, caller, plan, state, train, options);
  }

  /** What four steps leave: two of them alike, one that is watched, and one on a batch that is not full. */
  function outcome(setting: Setting, sparse: boolean) {
    const problem = problemOf(setting);
    const { state, train, batchSize } = problem;
    const trainer = trainerOf(problem, sparse);
    const rows = Uint32Array.from({ length: batchSize }, (_, i) => (i * 7919) % train.targets.length);
    const step = (n: number, withStatistics: boolean) => {
      const { loss, statistics } = trainer.step(rows.subarray(0, n), 0.01, withStatistics, withStatistics);
      state.progress.step++;
      return { loss, statistics };
    };
    const losses = [step(batchSize, false).loss, step(batchSize, false).loss];
    const { loss, statistics } = step(batchSize, true);
    losses.push(loss, step(Math.ceil(batchSize / 2), false).loss);
    const { layers, slots } = trainer.state();
    return { losses, statistics: statistics!, layers, slots, evaluation: trainer.evaluate(train) };
  }

  it('leaves out what is 0 without changing a bit', () => {
    const agrees = fc.property(settings, setting => {
      const { statistics: actual, ...sparse } = outcome(setting, true);
      const { statistics: expected, ...dense } = outcome(setting, false);
      expect(sparse).toEqual(dense);
      // Their sums go through the weights as they lie.
      for (const [l, { weightNorm, gradientNorm, gradientHistogram }] of actual.entries()) {
        expect(weightNorm).toBeCloseTo(expected[l]!.weightNorm, 10);
        expect(gradientNorm).toBeCloseTo(expected[l]!.gradientNorm, 10);
        expect(gradientHistogram).toEqual(expected[l]!.gradientHistogram);
      }
    });
    fc.assert(agrees, { numRuns: 150, seed: 1 });
  }, 60_000);

  it('hides no input that is not a number', () => {
    const problem = problemOf({
      ...plain,
      ...{ nInputs: 6, hidden: [], nOutputs: 3, nSamples: 4, batchSize: 4, density: 0.2 },
    });
    (problem.train.inputs as Float32Array)[1] = Number.NaN;
    expect(trainerOf(problem, true).step(Uint32Array.of(0, 1), 0.1, false).loss).toBeNaN();
  });
});

describe('the first layer is sparse', () => {
  const network = (nInputs: number, nOutputs: number) =>
    denseNetwork([
      {
        weights: new Float32Array(nInputs * nOutputs),
        biases: new Float32Array(nOutputs),
        activation: null,
      },
    ]);
  const nInputs = 100;
  const nSamples = 200;
  const examples = (density: number): Examples & { inputs: Float32Array } => {
    const random = Random.seeded(1);
    const inputs = Float32Array.from({ length: nSamples * nInputs }, () => +(random.uniform() < density));
    return { inputs, targets: new Int32Array(nSamples) };
  };

  it.each([
    { nOutputs: 128, density: 0.2, expected: true },
    { nOutputs: 128, density: 0.7, expected: false },
    { nOutputs: 32, density: 0.2, expected: true },
    { nOutputs: 32, density: 0.45, expected: false },
    { nOutputs: 8, density: 0.01, expected: false },
  ])('for $nOutputs outputs at a density of $density: $expected', ({ nOutputs, density, expected }) => {
    expect(isSparse(network(nInputs, nOutputs), examples(density), 64)).toBe(expected);
  });

  it('not with so few inputs that there is nothing to win', () => {
    const few = { inputs: new Float32Array(31 * 10), targets: new Int32Array(10) };
    expect(isSparse(network(31, 128), few, 64)).toBe(false);
    expect(isSparse(network(62, 128), { ...few, targets: new Int32Array(5) }, 64)).toBe(true);
  });

  it('for bytes that are 0 after their shift', () => {
    const { inputs, targets } = examples(0.2);
    const factor = new Float32Array(nInputs).fill(1 / 255);
    const values = Uint8Array.from(inputs, value => 7 + value);
    const bytes = (shift: number): Bytes => ({
      values,
      factor,
      shift: new Float32Array(nInputs).fill(shift),
    });
    expect(isSparse(network(nInputs, 128), { inputs: bytes(7), targets }, 64)).toBe(true);
    expect(isSparse(network(nInputs, 128), { inputs: bytes(0), targets }, 64)).toBe(false);
  });

  it('not with embeddings, whose rows are inputs too', () => {
    const embeddings = [{ weights: new Float32Array(12), width: 4, nChoices: 1 }];
    expect(isSparse({ ...network(nInputs, 128), embeddings }, examples(0.2), 64)).toBe(false);
  });

  it('not without numbers', () => {
    const none = { inputs: new Float32Array(0), targets: new Int32Array(nSamples) };
    expect(isSparse(network(0, 128), none, 64)).toBe(false);
  });

  it('not where the lists of a batch would be long', () => {
    const wide = { inputs: new Float32Array(200_000), targets: new Int32Array(1) };
    expect(isSparse(network(200_000, 128), wide, 1)).toBe(true);
    expect(isSparse(network(200_000, 128), wide, 64)).toBe(false);
  });
});
