import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activationKernels } from '../../kernels/activations';
import { type ActivationName, activations } from '../../src/engine/activations';
import { instructionSets, load, unitInLastPlace } from './support';

const names = activationKernels.map(({ name }) => name as ActivationName);
/** Every kernel works on vectors of four. */
const length = 4;
const [z, a, dz] = [1024, 2048, 3072];
/** In units of the last place. */
const tolerance = 6;
/** What is smaller may become 0: e^−x does below the smallest normal number, and gelu multiplies it by up to 14. */
const nearlyZero = 2 ** -122;

const cases = instructionSets.flatMap(({ name: set, bytes }) =>
  names.map(name => ({ set, name, bytes, ...activations[name] })),
);

describe.each(cases)('$name in $set', ({ name, bytes, value, derivative }) => {
  const { kernels, array } = load(bytes);
  const valueAt = (x: number) => {
    array(z, length).fill(x);
    kernels[`${name}.value`]!(z, a, 1);
    return array(a, length)[length - 1]!;
  };
  /** Of 1, from the same numbers that the reference is given. */
  const slopeAt = (x: number) => {
    array(z, length).fill(x);
    array(a, length).fill(value(x));
    array(dz, length).fill(1);
    kernels[`${name}.derivative`]!(dz, z, a, 1);
    return array(dz, length)[length - 1]!;
  };
  /** Difference in units of the last place of `size`. */
  const error = (actual: number, expected: number, size = Math.abs(expected)) =>
    Math.max(0, Math.abs(actual - expected) - nearlyZero) / unitInLastPlace(size);
  /** The larger one of the value and of the derivative. */
  const errorAt = (x: number) => {
    const slope = derivative(x, Math.fround(value(x)));
    // That of gelu changes its sign, where two numbers as large as the distribution function cancel.
    const size = Math.max(Math.abs(slope), name === 'gelu' && x !== 0 ? value(x) / x : 0);
    return Math.max(error(valueAt(x), value(x)), error(slopeAt(x), slope, size));
  };

  it('agrees with the reference everywhere', () => {
    const number = fc.float({ min: Math.fround(-1e4), max: Math.fround(1e4), noNaN: true });
    const agrees = fc.property(number, x => errorAt(x) <= tolerance);
    fc.assert(agrees, { numRuns: 1000, seed: 1 });
  });

  it('agrees with the reference on a fine grid', () => {
    const grid = Array.from({ length: 20001 }, (_, i) => Math.fround((i - 10000) / 500));
    const errors = grid.map(errorAt);
    const worst = errors.indexOf(errors.reduce((max, each) => Math.max(max, each)));
    expect(errors[worst], `at ${grid[worst]}`).toBeLessThanOrEqual(tolerance);
  });

  it('agrees at both ends of the numbers', () => {
    for (const x of [-3e38, -1e4, -1e-38, -1e-45, -0, 0, 1e-45, 1e-38, 1e4, 3e38])
      expect(errorAt(Math.fround(x))).toBeLessThanOrEqual(tolerance);
    for (const x of [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) expect(valueAt(x)).toBe(value(x));
  });

  it('keeps what is not a number', () => {
    expect(valueAt(Number.NaN)).toBeNaN();
    array(z, length).fill(1);
    array(a, length).fill(1);
    array(dz, length).fill(Number.NaN);
    kernels[`${name}.derivative`]!(dz, z, a, 1);
    expect(array(dz, length)[0]).toBeNaN();
  });

  it('touches as many numbers as it is told to, and takes each by itself', () => {
    const inputs = array(z, 3 * length).map((_, i) => i - 6);
    array(z, inputs.length).set(inputs);
    array(a, inputs.length).fill(7);
    kernels[`${name}.value`]!(z, a, 2);
    const outputs = [...array(a, inputs.length)];
    expect(outputs.slice(2 * length)).toEqual([7, 7, 7, 7]);
    expect(outputs.slice(0, 2 * length)).toEqual([...inputs.slice(0, 2 * length)].map(valueAt));
  });
});

describe.each(instructionSets)('denormal numbers in $name', ({ bytes }) => {
  const { kernels, array } = load(bytes);
  it.each(['tanh', 'elu', 'leaky_relu'] as const)('pass through %s', name => {
    const tiny = Float32Array.of(1e-40, -1e-40, 1e-45, -1e-45);
    array(z, length).set(tiny);
    kernels[`${name}.value`]!(z, a, 1);
    expect([...array(a, length)]).toEqual([...tiny.map(activations[name].value)]);
  });
});
