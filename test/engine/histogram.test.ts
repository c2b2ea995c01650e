import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EvenSample, histogram, maxValuesLookedAt, nBins } from '../../src/engine/histogram';
import { Random } from '../../src/engine/random';

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

test('counts every weight of a small layer, each between the edges of its bin', () => {
  const weights = fc.array(fc.float({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(weights, values => {
      const { min, max, counts } = histogram(Float32Array.from(values), 1)!;
      expect([min, max]).toEqual([Math.min(...values), Math.max(...values)]);
      expect(counts).toHaveLength(nBins);
      expect(total(counts)).toBe(values.length);
      // Counted by sorting; a value so near an edge that rounding decides may be on either side of it.
      const tolerance = 1e-12 * (max - min);
      for (let bin = 1; bin < nBins; bin++) {
        const edge = min + ((max - min) * bin) / nBins;
        const nBelow = total(counts.slice(0, bin));
        expect(nBelow).toBeGreaterThanOrEqual(values.filter(value => value < edge - tolerance).length);
        expect(nBelow).toBeLessThanOrEqual(values.filter(value => value <= edge + tolerance).length);
      }
    }),
  );
});

test('by hand: 0 to 32 in steps of 1, the largest in the last bin', () => {
  const { counts } = histogram(
    Float32Array.from({ length: 33 }, (_, i) => i),
    1,
  )!;
  expect(counts).toEqual([...new Array(31).fill(1), 2]);
});

test('of weights that are all alike is one bin', () => {
  const { min, max, counts } = histogram(new Float32Array(6).fill(0.5), 2)!;
  expect({ min, max }).toEqual({ min: 0.5, max: 0.5 });
  expect(counts).toEqual([6, ...new Array(31).fill(0)]);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
  'does not exist with %s',
  value => {
    expect(histogram(Float32Array.of(1, value, 2), 1)).toBeNull();
  },
);

test('of a large layer looks at some weights of every output, and has the same shape', () => {
  const [nInputs, nOutputs] = [784, 96];
  const random = Random.seeded(1);
  const weights = Float32Array.from({ length: nInputs * nOutputs }, () => random.normal());
  const { counts, min, max } = histogram(weights, nOutputs)!;
  expect(total(counts)).toBeLessThanOrEqual(maxValuesLookedAt);
  expect(total(counts)).toBeGreaterThan(maxValuesLookedAt / 2);
  const within = (low: number, high: number) => {
    const binWidth = (max - min) / nBins;
    return total(
      counts.filter((_, bin) => min + binWidth * (bin + 0.5) > low && min + binWidth * (bin + 0.5) < high),
    );
  };
  // 68 % of a normal distribution lie within one deviation.
  expect(within(-1, 1) / total(counts)).toBeCloseTo(0.68, 1);

  // A layer in which only one output has weights: wherever it is, it is seen.
  for (let o = 0; o < nOutputs; o++) {
    const one = weights.map((_, i) => +(i % nOutputs === o));
    expect(histogram(one, nOutputs)!.max).toBe(1);
  }
});

test('of rows that come one after another is that of the whole matrix', () => {
  const shape = [fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 60 })] as const;
  fc.assert(
    fc.property(...shape, (nRows, nColumns) => {
      const values = Float32Array.from({ length: nRows * nColumns }, (_, i) => Math.sin(i * i));
      const sample = new EvenSample(values, nRows, nColumns);
      for (let row = 0; row < nRows; row++) sample.addRow(values, row * nColumns);
      expect(sample.histogram()).toEqual(histogram(values, nColumns));
      // Column after column instead.
      const transposed = values.map((_, i) => values[(i % nRows) * nColumns + Math.floor(i / nRows)]!);
      const begins = Uint32Array.from({ length: nColumns }, (_, column) => column * nRows);
      const scattered = new EvenSample(values, nRows, nColumns);
      for (let row = 0; row < nRows; row++)
        scattered.addScattered(transposed, row, begins, new Uint32Array(nColumns).fill(1));
      expect(scattered.histogram()).toEqual(sample.histogram());
    }),
    { numRuns: 50 },
  );
});

test('of nothing does not exist', () => {
  expect(histogram(new Float32Array(), 3)).toBeNull();
  expect(new EvenSample(new Float32Array(), 0, 3).histogram()).toBeNull();
});
