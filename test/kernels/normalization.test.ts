import '../helpers/relaxedSimd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FloatArray, norm } from '../../src/engine/array';
import { type NormalizationName, normalizations } from '../../src/engine/normalizations';
import { Random } from '../../src/engine/random';
import { Arena, floats } from '../../src/engine/wasm/arena';
import { instantiate } from '../../src/engine/wasm/exports';
import { normalizationPass, planNormalization } from '../../src/engine/wasm/normalizationPass';
import { panelShape } from '../../src/engine/wasm/panels';
import { instructionSets } from './support';

const names = Object.keys(normalizations) as NormalizationName[];
const cases = instructionSets.flatMap(set => names.map(name => ({ ...set, set: set.name, name })));

const sizes = fc.record({
  nRows: fc.integer({ min: 8, max: 3000 }),
  nUnits: fc.integer({ min: 8, max: 40 }),
  /** Of the sums, whose deviation is 1. */
  mean: fc.constantFrom(0, 1, 100),
  seed: fc.nat(),
});

interface Numbers {
  readonly nRows: number;
  readonly nUnits: number;
  /** (rows, units): the sums, and the gradient of what they become. */
  readonly z: Float64Array;
  readonly d: Float64Array;
  readonly gain: Float64Array;
  readonly shift: Float64Array;
}

function numbersOf({
  nRows,
  nUnits,
  mean,
  seed,
}: {
  nRows: number;
  nUnits: number;
  mean: number;
  seed: number;
}): Numbers {
  const random = Random.seeded(seed);
  const normal = (length: number, from = 0) =>
    Float64Array.from({ length }, () => Math.fround(from + random.normal()));
  const [z, d] = [normal(nRows * nUnits, mean), normal(nRows * nUnits)];
  return { nRows, nUnits, z, d, gain: normal(nUnits), shift: normal(nUnits) };
}

/** What the reference makes of the sums in training, then of the gradient, then of the sums where nobody trains. */
function reference(name: NormalizationName, { nRows, nUnits, ...numbers }: Numbers) {
  const rows = { nRows, nColumns: nUnits, stride: nUnits };
  const running = normalizations[name].isRunning
    ? { mean: new Float64Array(nUnits), variance: new Float64Array(nUnits).fill(1) }
    : null;
  const parameters = { name, running, gain: numbers.gain, shift: numbers.shift };
  const arrays = {
    z: numbers.z.slice(),
    normalized: new Float64Array(numbers.z.length),
    inverseDeviations: new Float64Array(Math.max(nRows, nUnits)),
  };
  const d = numbers.d.slice();
  const gradients = { gain: new Float64Array(nUnits), shift: new Float64Array(nUnits) };
  const { forward, backward } = normalizations[name];
  forward(arrays, parameters, rows, true);
  backward(d, gradients, arrays, parameters, rows, true);
  const untrained = { ...arrays, z: numbers.z.slice() };
  forward(untrained, parameters, rows, false);
  return {
    y: arrays.z,
    d,
    dGain: gradients.gain,
    dShift: gradients.shift,
    ...running,
    evaluated: untrained.z,
  };
}

/** The same by the kernels; `fill` is what has been written to the columns that fill up. */
function byKernels(bytes: Uint8Array<ArrayBuffer>, name: NormalizationName, numbers: Numbers) {
  const { nRows, nUnits } = numbers;
  const shape = panelShape(1, nUnits);
  const { nColumns } = shape;
  const arena = new Arena();
  const [z, d] = [arena.reserve(nRows * nColumns), arena.reserve(nRows * nColumns)];
  const gradients = { gain: arena.reserve(nColumns), shift: arena.reserve(nColumns) };
  const like = new Float32Array(nUnits);
  const running = normalizations[name].isRunning ? { mean: like, variance: like } : null;
  const normalization = planNormalization(arena, { name, running, gain: like, shift: like }, shape, z, nRows);
  const memory = arena.allocate();
  const { kernels } = instantiate(new WebAssembly.Module(bytes), memory);
  const layer = { z, shape, stride: nColumns * Float32Array.BYTES_PER_ELEMENT, normalization };
  const pass = normalizationPass(kernels, memory, layer)!;
  const write = (region: typeof z, values: FloatArray) => {
    for (const [i, value] of values.entries())
      floats(memory, region)[Math.floor(i / nUnits) * nColumns + (i % nUnits)] = value;
  };
  const read = (region: typeof z) => floats(memory, region).filter((_, i) => i % nColumns < nUnits);
  write(normalization.gain, numbers.gain);
  write(normalization.shift, numbers.shift);
  if (normalization.running) floats(memory, normalization.running.variance).fill(1);
  write(z, numbers.z);
  write(d, numbers.d);
  pass.forward(nRows, true);
  const y = read(z);
  pass.backward(d.address, { weights: z, biases: z, ...gradients }, nRows);
  const filling = [z, d].flatMap(region => [
    ...floats(memory, region).filter((_, i) => i % nColumns >= nUnits),
  ]);
  write(z, numbers.z);
  pass.forward(nRows, false);
  const { mean, variance } = normalization.running ?? {};
  return {
    filling,
    found: {
      ...{ y, d: read(d), dGain: read(gradients.gain), dShift: read(gradients.shift), evaluated: read(z) },
      ...(mean && variance ? { mean: read(mean), variance: read(variance) } : {}),
    },
  };
}

/** Norm of the difference, against that of the expected values. */
function distance(actual: FloatArray, expected: FloatArray) {
  const differences = expected.map((value, i) => value - actual[i]!);
  return norm(differences) / norm(expected);
}

describe.each(cases)('$name in $set', ({ name, bytes }) => {
  it('is the reference in float64, but for rounding, however many rows are summed up', () => {
    const isClose = fc.property(sizes, size => {
      const numbers = numbersOf(size);
      const expected: Record<string, FloatArray> = reference(name, numbers);
      const actual: Record<string, FloatArray> = byKernels(bytes, name, numbers).found;
      expect(Object.keys(actual).sort()).toEqual(Object.keys(expected).sort());
      // The mean, however well it is known, is subtracted in float32.
      const tolerance = 3e-6 * (1 + size.mean / 20);
      for (const [key, values] of Object.entries(expected))
        expect(distance(actual[key]!, values), key).toBeLessThan(tolerance);
    });
    fc.assert(isClose, { numRuns: 30, seed: 1 });
  });

  it('leaves what fills up the rows at 0', () => {
    const { filling } = byKernels(bytes, name, numbersOf({ nRows: 3, nUnits: 9, mean: 5, seed: 1 }));
    expect(filling).toEqual(new Array(18).fill(0));
  });

  it('gives nothing but the shift where all are equal', () => {
    const numbers = numbersOf({ nRows: 7, nUnits: 9, mean: 0, seed: 1 });
    const { found } = byKernels(bytes, name, { ...numbers, z: numbers.z.fill(Math.fround(0.1)) });
    for (const [i, value] of found.y.entries()) expect(value).toBeCloseTo(numbers.shift[i % 9]!, 5);
  });
});
