import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Generator, generate, generators } from '../../src/data/generators';
import { Random } from '../../src/engine/random';
import { numbersOf } from './support';

const points = (name: string, draw: Generator, nSamples: number, noise: number, seed = 1) =>
  generate(name, draw, nSamples, noise, Random.seeded(seed));

describe.each(Object.entries(generators))('%s', (name, draw) => {
  it('has two balanced classes and two inputs within the plane', () => {
    const table = points(name, draw, 500, 0);
    expect(table.columns.map(column => column.name)).toEqual(['x', 'y', 'class']);
    const label = table.columns[2]!;
    expect(label.kind === 'categorical' && label.codes.filter(code => code === 1).length).toBe(250);
    for (let row = 0; row < 500; row++) {
      const [x, y] = numbersOf(table, row) as [number, number];
      expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThan(6);
    }
  });

  it('repeats itself for a seed, and only for it', () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0, max: 0.5, noNaN: true }), (seed, noise) => {
        expect(points(name, draw, 20, noise, seed)).toEqual(points(name, draw, 20, noise, seed));
      }),
    );
    expect(points(name, draw, 20, 0.1, 1)).not.toEqual(points(name, draw, 20, 0.1, 2));
  });

  it('takes an odd number of samples', () => expect(points(name, draw, 7, 0).nRows).toBe(7));
});

it('spiral winds 1¾ times around the origin', () => {
  const random = Random.seeded(1);
  const half = generators.spiral(true, 0.5, 0, random);
  // Radius 2.5, angle 0.5 · 1.75 · 360° = 315° clockwise from the y axis.
  expect(half.x).toBeCloseTo(-2.5 * Math.SQRT1_2, 12);
  expect(half.y).toBeCloseTo(2.5 * Math.SQRT1_2, 12);
  const other = generators.spiral(false, 0.5, 0, random);
  expect([other.x, other.y]).toEqual([expect.closeTo(-half.x, 12), expect.closeTo(-half.y, 12)]);
});

it('circle and xor call a point by where it lies', () => {
  const random = Random.seeded(3);
  for (let i = 0; i < 200; i++) {
    const inDisc = generators.circle(i % 2 === 0, 0, 0, random);
    expect(Math.hypot(inDisc.x, inDisc.y) < 2.5).toBe(inDisc.isPositive);
    const inSquare = generators.xor(i % 2 === 0, 0, 0, random);
    expect(inSquare.x * inSquare.y > 0).toBe(inSquare.isPositive);
  }
});
