import { describe, expect, it } from 'vitest';
import { Random } from '../../src/engine/random';
import { cosine, projectRows } from '../../src/worker/projection';

const options = { method: 'umap', seed: 7, nNeighbors: 5 } as const;

/** Two bundles of 12 vectors each, around (1, 0, 0, 0) and (0, 1, 0, 0). */
function bundles(): Float32Array {
  const random = Random.seeded(1);
  return Float32Array.from({ length: 24 * 4 }, (_, i) => {
    const column = i % 4;
    return (column === (i < 48 ? 0 : 1) ? 1 : 0) + 0.05 * random.normal();
  });
}

describe('a map by UMAP', () => {
  it('is the same for the same seed, and another for another', () => {
    const { points } = projectRows(bundles(), 4, options);
    expect(projectRows(bundles(), 4, options).points).toEqual(points);
    expect(projectRows(bundles(), 4, { ...options, seed: 8 }).points).not.toEqual(points);
  });

  it('keeps together what is alike', () => {
    const { points, method, shares } = projectRows(bundles(), 4, options);
    expect([method, shares]).toEqual(['umap', null]);
    const distance = (a: number, b: number) =>
      Math.hypot(points[2 * a]! - points[2 * b]!, points[2 * a + 1]! - points[2 * b + 1]!);
    for (let row = 0; row < 24; row++) {
      const others = Array.from({ length: 24 }, (_, other) => other).filter(other => other !== row);
      const nearest = others.reduce((best, other) =>
        distance(row, other) < distance(row, best) ? other : best,
      );
      expect(nearest < 12).toBe(row < 12);
    }
  });

  it('of four rows has places for all; of fewer, the components stand in for it', () => {
    const four = projectRows(bundles().slice(0, 16), 4, { ...options, nNeighbors: 15 });
    expect([four.method, four.points.length, four.points.every(Number.isFinite)]).toEqual(['umap', 8, true]);
    const three = projectRows(bundles().slice(0, 12), 4, options);
    expect([three.method, three.points.length]).toEqual(['pca', 6]);
  });
});

it('rows that are not finite have no map', () => {
  const rows = Float32Array.of(1, 2, Number.NaN, 4);
  expect(() => projectRows(rows, 2, { ...options, method: 'pca' })).toThrow('no map');
});

it('the likeness of vectors is the cosine of their angle', () => {
  expect(cosine([3, 0], [5, 0])).toBe(1);
  expect(cosine([1, 0], [0, 2])).toBe(0);
  expect(cosine([1, 1], [-2, -2])).toBeCloseTo(-1, 12);
  expect(cosine([0, 0], [1, 1])).toBe(0);
});
