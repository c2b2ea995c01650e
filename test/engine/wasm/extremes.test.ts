import { describe, expect, it } from 'vitest';
import { type Kernel, plainTypeScript } from '../../../src/engine/kernel';
import { fastKernels, plain, problemOf } from './support';

/** One step on one sample whose logits are given, of a network that adds nothing to them: the biases. */
function step(kernel: Kernel, logits: readonly number[], label: number, input = 1) {
  const { state, options } = problemOf({
    ...plain,
    ...{ nInputs: 1, hidden: [], nOutputs: logits.length, nSamples: 1, batchSize: 1 },
  });
  const [layer] = state.layers;
  layer!.weights.fill(0);
  layer!.biases.set(logits);
  const train = { inputs: Float32Array.of(input), targets: Int32Array.of(label) };
  const trainer = kernel.createTrainer(state, train, 1, options);
  const { loss, nCorrect } = trainer.step(Uint32Array.of(0), 1, false);
  // The inputs are 1 and the rate is 1, so the weights have moved by the negative gradient of the logits.
  return { loss, nCorrect, gradient: Array.from(trainer.network().layers[0]!.weights, weight => -weight) };
}

const cases: readonly (readonly [what: string, logits: readonly number[], label: number])[] = [
  ['one class', [3], 0],
  ['equal logits', [0, 0], 1],
  ['1e4 for the label', [1e4, -1e4], 0],
  ['1e4 against the label', [1e4, -1e4], 1],
  ['1e4 among ten', [0, 0, -1e4, 0, 0, 0, 0, 1e4, 0, 0], 2],
  ['differences at the end of the exponential', [0, -87.2, -87.4, -88.1, -103.9, -104.1], 3],
  ['denormal logits', [1e-40, -1e-40, 0], 0],
  ['a hundred classes', Array.from({ length: 100 }, (_, c) => 10 * Math.sin(c)), 14],
];

describe.each(fastKernels)('$name on extreme logits', kernel => {
  it.each(cases)('%s', (_, logits, label) => {
    const [actual, expected] = [step(kernel, logits, label), step(plainTypeScript, logits, label)];
    expect(Math.abs(actual.loss - expected.loss)).toBeLessThanOrEqual(3e-7 * Math.max(1, expected.loss));
    expect(actual.nCorrect).toBe(expected.nCorrect);
    for (const [c, value] of actual.gradient.entries()) expect(value).toBeCloseTo(expected.gradient[c]!, 6);
  });

  it.each([
    [3, 0],
    [3, 2],
    [10, 0],
    [10, 9],
  ])('not a number among %i, at %i', (nClasses, at) => {
    const logits = new Array<number>(nClasses).fill(1).with(at, Number.NaN);
    for (const label of [0, nClasses - 1]) {
      expect(step(plainTypeScript, logits, label).loss).toBeNaN();
      expect(step(kernel, logits, label).loss).toBeNaN();
    }
  });

  it('an input that is not a number', () => {
    expect(step(kernel, [0, 0], 0, Number.NaN).loss).toBeNaN();
  });
});

describe.each([plainTypeScript, ...fastKernels])('$name behind a hidden layer', kernel => {
  it('lets no relu hide what is not a number', () => {
    const { state, train, options, batchSize } = problemOf({
      ...{ nInputs: 3, hidden: [{ size: 9, activation: 'relu' }], nOutputs: 3, nSamples: 7, batchSize: 7 },
      ...plain,
    });
    (train.inputs as Float32Array)[0] = Number.NaN;
    const trainer = kernel.createTrainer(state, train, batchSize, options);
    expect(trainer.step(Uint32Array.of(0, 1, 2), 0.1, false).loss).toBeNaN();
  });
});
