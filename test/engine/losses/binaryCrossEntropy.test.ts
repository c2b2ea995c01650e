import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FloatArray, zerosLike } from '../../../src/engine/array';
import { countCorrect } from '../../../src/engine/evaluate';
import { type ClassLoss, type LossSettings, losses, plainLoss } from '../../../src/engine/losses';
import { initNetwork, type Layer, type Network } from '../../../src/engine/network';
import { backward, createWorkspace, forward } from '../../../src/engine/propagate';
import { Random } from '../../../src/engine/random';

const binary: ClassLoss = losses.binary_cross_entropy;
const softmax: ClassLoss = losses.cross_entropy;

function computed(
  { compute }: ClassLoss,
  outputs: FloatArray,
  labels: readonly number[],
  settings: LossSettings = plainLoss,
) {
  const sampleLosses = zerosLike(outputs, labels.length);
  const dOutputs = zerosLike(outputs);
  const arrays = { outputs, targets: Int32Array.from(labels), sampleLosses, dOutputs };
  const loss = compute(arrays, labels.length, outputs.length / labels.length, settings);
  return { loss, sampleLosses, dOutputs };
}

/** The logits (0, z) of a softmax that says what z says alone. */
const besideZero = (z: readonly number[]) => Float64Array.from(z.flatMap(value => [0, value]));

const settingsOf = fc.record({
  labelSmoothing: fc.constantFrom(0, 0.1, 0.5),
  classWeights: fc.constantFrom(null, [1, 2.5], [0.25, 3]),
});
const sample = fc.record({
  z: fc.oneof(fc.double({ min: -30, max: 30, noNaN: true }), fc.constantFrom(0, 1e4, -1e4)),
  label: fc.constantFrom(0, 1),
});

describe('the loss of one logit', () => {
  it('is the cross-entropy of the logits (0, z), with every setting', () => {
    const agrees = fc.property(
      fc.array(sample, { minLength: 1, maxLength: 9 }),
      settingsOf,
      (rows, settings) => {
        const z = rows.map(row => row.z);
        const labels = rows.map(row => row.label);
        const one = computed(binary, Float64Array.from(z), labels, settings);
        const two = computed(softmax, besideZero(z), labels, settings);
        const expectClose = (actual: number, expected: number) =>
          expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-14 * Math.max(1, expected));
        expectClose(one.loss, two.loss);
        for (const n of rows.keys()) {
          expectClose(one.sampleLosses[n]!, two.sampleLosses[n]!);
          expectClose(one.dOutputs[n]!, two.dOutputs[2 * n + 1]!);
        }
      },
    );
    fc.assert(agrees, { numRuns: 300, seed: 1 });
  });

  it.each([Float32Array, Float64Array])('is finite and exact at ±1e4, in %o', precision => {
    const { loss, sampleLosses, dOutputs } = computed(
      binary,
      precision.of(1e4, 1e4, -1e4, -1e4),
      [1, 0, 0, 1],
    );
    expect([...sampleLosses]).toEqual([0, 1e4, 0, 1e4]);
    expect([...dOutputs].map(Math.abs)).toEqual([0, 0.25, 0, 0.25]);
    expect([dOutputs[1]! > 0, dOutputs[3]! < 0]).toEqual([true, true]);
    expect(loss).toBe(5000);
  });

  it('keeps the digits of small losses and gradients', () => {
    const { sampleLosses, dOutputs } = computed(binary, Float64Array.of(40, -40), [1, 0]);
    for (const value of [...sampleLosses, -2 * dOutputs[0]!, 2 * dOutputs[1]!])
      expect(value / Math.exp(-40)).toBeCloseTo(1, 12);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'does not hide the logit %d',
    z => {
      for (const label of [0, 1])
        expect(computed(binary, Float64Array.of(z, 0), [label, 1]).loss).not.toBeLessThan(1e300);
    },
  );
});

describe('what one logit says', () => {
  const logits = Float32Array.of(0, 1e-30, -1e-30, 2, -2, 1e4, -1e4, Number.NaN);
  const predicted = [0, 1, 0, 1, 0, 1, 0, 0];

  it('is the class on its side of 0, the first of equals', () => {
    expect([...logits.keys()].map(n => binary.predict(logits, n, 1))).toEqual(predicted);
    const targets = Int32Array.from(predicted, (label, n) => (n < 3 ? label : 1 - label));
    expect(countCorrect('binary_cross_entropy', logits, targets, logits.length, 1)).toBe(3);
  });

  it('are the probabilities of both classes', () => {
    const p = binary.probabilities(logits.subarray(0, 7), 7, 1);
    const odds = Math.exp(2);
    const expected = [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1 / (1 + odds), odds / (1 + odds)];
    for (const [i, value] of expected.entries()) expect(p[i]).toBeCloseTo(value, 6);
    expect([...p.subarray(8)]).toEqual([p[7], p[6], 0, 1, 1, 0]);
  });
});

describe('a net of one output', () => {
  const nRows = 20;
  const random = Random.seeded(3);
  const inputs = Float64Array.from({ length: nRows * 4 }, () => random.normal());
  const batch = { inputs, selected: new Int32Array() };
  const labels = Array.from({ length: nRows }, () => random.integer(2));

  /** Loss, gradients and what is predicted. */
  function pass(network: Network, loss: ClassLoss) {
    const workspace = createWorkspace(network, nRows);
    const outputs = forward(network, workspace, batch, nRows, null);
    const nOutputs = outputs.length / nRows;
    const { loss: mean, dOutputs } = computed(loss, outputs, labels);
    workspace.layers.at(-1)!.dz.set(dOutputs);
    backward(network, workspace, batch, nRows);
    return {
      mean,
      d: workspace.layers.map(({ d }) => d),
      probabilities: loss.probabilities(outputs, nRows, nOutputs),
      predicted: labels.map((_, n) => loss.predict(outputs, n * nOutputs, nOutputs)),
    };
  }

  it('is one of two outputs whose difference it is', () => {
    const architecture = { nInputs: 4, hiddenSizes: [5], activations: ['tanh'], weightInit: 'auto' } as const;
    const two = initNetwork({ ...architecture, nOutputs: 2 }, random, Float64Array);
    const [hidden, last] = two.layers as [Layer, Layer];
    last.weights.set(Float64Array.from(last.weights, () => random.normal()));
    last.biases.set([0.3, -0.2]);
    const differences = (values: FloatArray) =>
      Float64Array.from({ length: values.length / 2 }, (_, i) => values[2 * i + 1]! - values[2 * i]!);
    const one = { ...last, weights: differences(last.weights), biases: differences(last.biases) };

    const actual = pass({ ...two, layers: [hidden, one] }, binary);
    const expected = pass(two, softmax);
    const expectClose = (values: Iterable<number>, reference: FloatArray | number[]) => {
      for (const [i, value] of [...values].entries()) expect(value).toBeCloseTo(reference[i]!, 12);
    };
    expect(actual.mean).toBeCloseTo(expected.mean, 12);
    expect(actual.predicted).toEqual(expected.predicted);
    expect(new Set(actual.predicted)).toEqual(new Set([0, 1]));
    expectClose(actual.probabilities, expected.probabilities);
    expectClose(actual.d[0]!.weights, expected.d[0]!.weights);
    expectClose(actual.d[0]!.biases, expected.d[0]!.biases);
    // The gradients of the two outputs are opposite, and that of the second is that of the one.
    expectClose(
      actual.d[1]!.weights,
      [...expected.d[1]!.weights].filter((_, i) => i % 2 === 1),
    );
    expectClose(actual.d[1]!.biases, [expected.d[1]!.biases[1]!]);
  });
});
