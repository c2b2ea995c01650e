import { describe, expect, it } from 'vitest';
import { histogram, maxValuesLookedAt, nBins } from '../../src/engine/histogram';
import { plainTypeScript } from '../../src/engine/kernel';
import { initTraining } from '../../src/engine/trainingState';
import { plainOptions } from './support';
import { fastKernels, plain, problemOf, type Setting } from './wasm/support';

const kernels = [plainTypeScript, ...fastKernels];

/** Counts of bins by number; all others are empty. */
const counts = (filled: Readonly<Record<number, number>>) =>
  Array.from({ length: nBins }, (_, bin) => filled[bin] ?? 0);

const total = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);

describe.each(kernels)('$name', kernel => {
  /*
   * The example of byHand.test.ts: one sample, two sigmoid units, two classes.
   *
   *   dW2 = [[−0.3655, 0.3655], [−0.25, 0.25]], bins of 0.7310585786 / 32 = 0.0228456
   *     −0.25 is 0.1155292893 / 0.0228456 = 5.06 bins from the smallest, 0.25 is 26.9
   *   dW1 = [[−0.0983, 0.125], [−0.1966, 0.25]], bins of 0.4466119332 / 32 = 0.0139566
   *     −0.0983 is 0.0983059666 / 0.0139566 = 7.04 bins from the smallest, 0.125 is 23.04
   *   a1 = (0.7310585786, 0.5), the smallest and the largest
   */
  it('has the histograms of an example worked by hand', () => {
    const architecture = {
      nInputs: 2,
      hiddenSizes: [2],
      activations: ['sigmoid'],
      nOutputs: 2,
      weightInit: 'auto',
    } as const;
    const state = initTraining(architecture, 'sgd', 1);
    state.layers[0]!.weights.set([0, 1, 0.5, -0.5]);
    state.layers[1]!.weights.set([1, 0, 0, 1]);
    state.layers[1]!.biases.set([0, 0.2310585786]);
    const examples = { inputs: Float32Array.of(1, 2), targets: Int32Array.of(0) };
    const trainer = kernel.createTrainer(state, examples, 1, plainOptions);
    const { activations } = trainer.evaluate(examples, true, true).statistics!;
    expect(activations[0]!.histogram).toMatchObject({ counts: counts({ 0: 1, 31: 1 }) });
    expect(activations[0]!.histogram!.min).toBeCloseTo(0.5, 6);
    expect(activations[0]!.histogram!.max).toBeCloseTo(0.7310585786, 6);

    const [first, second] = trainer.step(Uint32Array.of(0), 0.1, true, true).statistics!;
    expect(first!.gradientHistogram!.counts).toEqual(counts({ 0: 1, 7: 1, 23: 1, 31: 1 }));
    expect(first!.gradientHistogram!.min).toBeCloseTo(-0.1966119332, 6);
    expect(first!.gradientHistogram!.max).toBeCloseTo(0.25, 6);
    expect(second!.gradientHistogram!.counts).toEqual(counts({ 0: 1, 5: 1, 26: 1, 31: 1 }));
    expect(second!.gradientHistogram!.max).toBeCloseTo(0.3655292893, 6);
  });

  it('has them where they are asked for, and no others', () => {
    const { state, train, options, batchSize } = problemOf(setting);
    const trainer = kernel.createTrainer(state, train, batchSize, options);
    const rows = Uint32Array.from({ length: batchSize }, (_, i) => i);
    const [layer] = trainer.step(rows, 0.1, true).statistics!;
    expect(layer).not.toHaveProperty('gradientHistogram');
    expect(trainer.evaluate(train, true).statistics!.activations[0]).not.toHaveProperty('histogram');
  });

  it('moves the weights by the same bits, with and without them', () => {
    const weights = [false, true].map(withHistograms => {
      const { state, train, options, batchSize } = problemOf(setting);
      const trainer = kernel.createTrainer(state, train, batchSize, options);
      trainer.step(
        Uint32Array.from({ length: batchSize }, (_, i) => i),
        0.1,
        true,
        withHistograms,
      );
      return structuredClone(trainer.network().layers.map(layer => layer.weights));
    });
    expect(weights[1]).toEqual(weights[0]);
  });
});

/** Wide enough for panels with and without a tail, and for a layer of which only some weights are looked at. */
const setting: Setting = {
  ...plain,
  ...{ nInputs: 90, nOutputs: 3, nSamples: 40, batchSize: 32, seed: 5 },
  hidden: [
    { size: 100, activation: 'tanh' },
    { size: 11, activation: 'tanh' },
  ],
};

/** In which columns end in panels of each kind, and rows of weights lie in each way that there is. */
const settings: readonly (readonly [string, Setting])[] = [
  ['panels', setting],
  ['a narrow tail', { ...setting, nInputs: 3, hidden: [{ size: 12, activation: 'tanh' }] }],
  ['inputs that are mostly 0', { ...setting, density: 0.05 }],
  ['clipping', { ...setting, gradientClipNorm: 0.01 }],
  ['categories', { ...setting, categories: { size: 400, nChoices: 2 } }],
  ['embeddings', { ...setting, embeddings: [{ size: 9, width: 5, nChoices: 2 }], nInputs: 7 }],
  ['nothing but categories', { ...setting, nInputs: 0, categories: { size: 30, nChoices: 3 } }],
];

describe.each(settings)('with %s', (_, each) => {
  const statisticsOf = (kernel: (typeof kernels)[0], optimizer: Setting['optimizer']) => {
    const { state, train, options, batchSize } = problemOf({ ...each, optimizer });
    const trainer = kernel.createTrainer(state, train, batchSize, options);
    return trainer.step(
      Uint32Array.from({ length: batchSize }, (_, i) => i),
      0.1,
      true,
      true,
    ).statistics!;
  };

  /** The gradients themselves: the way of a step of plain descent with a rate of 1. */
  function gradients() {
    const { state, train, options, batchSize } = problemOf({ ...each, gradientClipNorm: 0 });
    const before = structuredClone(state.layers.map(({ weights }) => weights));
    const trainer = plainTypeScript.createTrainer(state, train, batchSize, options);
    trainer.step(
      Uint32Array.from({ length: batchSize }, (_, i) => i),
      1,
      false,
    );
    return state.layers.map(({ weights }, l) => weights.map((weight, i) => before[l]![i]! - weight));
  }

  it('the reference counts the gradients as they are', () => {
    for (const [l, values] of gradients().entries()) {
      const { gradientHistogram } = statisticsOf(plainTypeScript, 'sgd')[l]!;
      // Of categories that the batch has not met, no gradient counts.
      const isMet = l > 0 || !each.categories;
      const met = isMet ? values : values.filter(value => value !== 0);
      if (met.length > maxValuesLookedAt) continue;
      const { min, max } = histogram(met, 1)!;
      expect(gradientHistogram!.min).toBeCloseTo(min, 5);
      expect(gradientHistogram!.max).toBeCloseTo(max, 5);
      expect(total(gradientHistogram!.counts)).toBe(met.length);
    }
  });

  // Optimizers of the kernels, and one that is left to the reference where there is one.
  it.each(
    fastKernels.flatMap(kernel =>
      (['sgd', 'adam'] as const).map(name => [kernel.name, name, kernel] as const),
    ),
  )('%s agrees with the reference, by %s', (_, optimizer, kernel) => {
    const [actual, expected] = [statisticsOf(kernel, optimizer), statisticsOf(plainTypeScript, optimizer)];
    for (const [l, { gradientHistogram }] of expected.entries()) {
      const { min, max, counts } = actual[l]!.gradientHistogram!;
      expect(min).toBeCloseTo(gradientHistogram!.min, 5);
      expect(max).toBeCloseTo(gradientHistogram!.max, 5);
      // Rounding may put a value that is on an edge into the next bin.
      const nMoved = total(counts.map((count, bin) => Math.abs(count - gradientHistogram!.counts[bin]!))) / 2;
      expect(nMoved).toBeLessThanOrEqual(2 + total(counts) / 1000);
    }
  });
});
