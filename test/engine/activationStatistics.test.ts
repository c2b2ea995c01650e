import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ActivationSums, maxSamplesLookedAt } from '../../src/engine/activationStatistics';
import { type ActivationName, activations } from '../../src/engine/activations';
import { evaluate } from '../../src/engine/evaluate';
import { histogram } from '../../src/engine/histogram';
import { initNetwork } from '../../src/engine/network';
import { Random } from '../../src/engine/random';

/** One layer whose activations are `rows`, in chunks, each row with numbers behind it that belong to nobody. */
function statisticsOf(
  rows: readonly number[][],
  name: ActivationName | null,
  maxRows: number,
  withHistograms = false,
) {
  const width = rows[0]!.length;
  const stride = width + 3;
  const values = new Float32Array(maxRows * stride).fill(1e9);
  const pass = {
    ...{ widths: [width], activationNames: [name], maxRows, run: () => {} },
    activations: () => ({ values, stride }),
  };
  const sums = new ActivationSums(pass, rows.length, withHistograms);
  for (let start = 0; start < rows.length; start += maxRows) {
    const chunk = rows.slice(start, start + maxRows);
    for (const [n, row] of chunk.entries()) values.set(row, n * stride);
    sums.add(start, chunk.length);
  }
  return sums.statistics()[0]!;
}

/** Straight from the definitions, in float64 and two passes. */
function naive(rows: readonly number[][], flatBeyond: readonly [number, number] | null) {
  const values = rows.flat().map(Math.fround);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const dead = rows[0]!.filter((_, unit) => rows.every(row => Math.fround(row[unit]!) === 0));
  const isFlat = (value: number) => value < flatBeyond![0] || value > flatBeyond![1];
  return {
    mean,
    deviation: Math.sqrt(variance),
    zeroFraction: dead.length / rows[0]!.length,
    saturatedFraction: flatBeyond && values.filter(isFlat).length / values.length,
  };
}

test('are those of the definitions, whatever the chunks', () => {
  const value = fc.oneof(fc.constant(0), fc.double({ min: -2, max: 2, noNaN: true }));
  const rows = fc
    .integer({ min: 1, max: 6 })
    .chain(width =>
      fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 40 }),
    );
  const name = fc.constantFrom(null, ...(Object.keys(activations) as ActivationName[]));
  fc.assert(
    fc.property(rows, name, fc.integer({ min: 1, max: 45 }), (rows, name, maxRows) => {
      const actual = statisticsOf(rows, name, maxRows);
      const expected = naive(rows, name && activations[name].flatBeyond);
      expect(actual.mean).toBeCloseTo(expected.mean, 10);
      expect(actual.deviation).toBeCloseTo(expected.deviation, 6);
      expect(actual.zeroFraction).toBe(expected.zeroFraction);
      expect(actual.saturatedFraction).toBe(expected.saturatedFraction);
    }),
  );
});

test('of many samples look at evenly spaced ones', () => {
  const nSamples = 3 * maxSamplesLookedAt - 1;
  const rows = Array.from({ length: nSamples }, (_, n) => [n]);
  const looked = rows.filter((_, n) => n % 3 === 0);
  expect(looked).toHaveLength(maxSamplesLookedAt);
  for (const maxRows of [1, 2, 100, 256]) {
    const { mean, deviation } = statisticsOf(rows, null, maxRows);
    expect(mean).toBeCloseTo(naive(looked, null).mean, 10);
    expect(deviation).toBeCloseTo(naive(looked, null).deviation, 8);
  }
});

test('beyond the limits of the flat parts, the slope is less than 6 % of the steepest', () => {
  for (const { flatBeyond, derivative, value } of Object.values(activations)) {
    if (!flatBeyond) continue;
    const steepest = derivative(0, value(0));
    for (let z = -12; z <= 12; z += 0.01) {
      const a = value(z);
      const isFlat = a < flatBeyond[0] || a > flatBeyond[1];
      const slope = derivative(z, a) / steepest;
      if (isFlat) expect(slope).toBeLessThan(0.06);
      else expect(slope).toBeGreaterThan(0.055);
    }
  }
});

test('come with an evaluation that asks for them, and with no other', () => {
  const architecture = {
    nInputs: 2,
    hiddenSizes: [3],
    activations: ['tanh'],
    nOutputs: 2,
    weightInit: 'auto',
  } as const;
  const network = initNetwork(architecture, Random.seeded(1), Float64Array);
  const [hidden] = network.layers;
  // Three units of tanh: sum of the inputs, ten times that, and nothing.
  hidden!.weights.set([1, 10, 0, 1, 10, 0]);
  const examples = { inputs: Float64Array.of(0.5, 0.5, -0.25, 0), targets: Int32Array.of(0, 1) };
  const { statistics } = evaluate(network, 'cross_entropy', examples, true);
  const values = [Math.tanh(1), Math.tanh(10), 0, Math.tanh(-0.25), Math.tanh(-2.5), 0];
  const mean = values.reduce((sum, value) => sum + value, 0) / 6;
  const { activations: found, confusion } = statistics!;
  expect(found[0]!.mean).toBeCloseTo(mean, 14);
  expect(found[0]!.deviation).toBeCloseTo(
    Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / 6),
    12,
  );
  expect(found[0]).toMatchObject({ zeroFraction: 1 / 3, saturatedFraction: 2 / 6 });
  expect(found[1]!.saturatedFraction).toBeNull();
  expect(confusion!.flat().reduce((sum, count) => sum + count, 0)).toBe(2);
  expect(evaluate(network, 'cross_entropy', examples).statistics).toBeNull();
});

test('a histogram is of the same samples, in chunks of any size', () => {
  const random = Random.seeded(3);
  for (const [nSamples, width] of [
    [1, 1],
    [100, 7],
    [700, 24],
    [1000, 64],
  ] as const) {
    const rows = Array.from({ length: nSamples }, () => Array.from({ length: width }, () => random.normal()));
    const spacing = Math.ceil(nSamples / maxSamplesLookedAt);
    const lookedAt = rows.filter((_, n) => n % spacing === 0);
    const expected = histogram(Float32Array.from(lookedAt.flat()), width);
    for (const maxRows of [1, 3, 256]) {
      expect(statisticsOf(rows, null, maxRows, true).histogram).toEqual(expected);
      expect(statisticsOf(rows, null, maxRows)).not.toHaveProperty('histogram');
    }
  }
});
