import { describe, expect, it } from 'vitest';
import { instructionSets, load } from './support';

const address = 1024;

describe.each(instructionSets)('$name', ({ bytes }) => {
  const { kernels, array } = load(bytes);

  it('sums squares that float32 does not hold', () => {
    const gradients = Float32Array.of(3, 4, 0, 1e-30, 1e30, 12, 0, -2, 100, 100, 100, 100);
    array(address, 12).set(gradients);
    const expected = gradients.subarray(0, 8).reduce((sum, g) => sum + g * g, 0);
    expect(kernels.sumOfSquares!(address, 2) / expected).toBeCloseTo(1, 12);
    array(address, 4).set([1e-30, 2e-30, 0, 0]);
    expect(kernels.sumOfSquares!(address, 1) / 5e-60).toBeCloseTo(1, 6);
    expect(kernels.sumOfSquares!(address, 0)).toBe(0);
  });

  it('scales as many numbers as it is told to', () => {
    array(address, 8).set([1, -2, 3, 4, 5, 6, 7, 8]);
    kernels.scale!(address, 1, 0.5);
    expect([...array(address, 8)]).toEqual([0.5, -1, 1.5, 2, 5, 6, 7, 8]);
  });
});
