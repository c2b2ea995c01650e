import { describe, expect, it } from 'vitest';
import type { Part, Table } from '../../src/data/types';
import type { Network } from '../../src/engine/network';
import { relativeDistances, typicalityOf } from '../../src/worker/typicality';

it('is the distance from the mean of the class, relative to what is usual there', () => {
  // Class 0: the mean of (0, 0), (6, 8), (3, 4) is (3, 4); distances 5, 5, 0, of root mean square √(50 / 3).
  // Class 1: (1, 1) alone has nothing to be near to.
  const values = Float32Array.of(0, 0, 6, 8, 1, 1, 3, 4);
  const [a, b, alone, middle] = relativeDistances({ values, width: 2 }, Int32Array.of(0, 0, 1, 0), 2);
  expect(a).toBeCloseTo(5 / Math.sqrt(50 / 3), 12);
  expect([b, alone, middle]).toEqual([a, Number.NaN, 0]);
});

const table = { origin: { key: 'data.path', path: 'a.csv' }, nRows: 4, columns: [] } as Table;
const part: Part = {
  table,
  rows: Uint32Array.of(0, 1, 2, 3),
  inputs: Float32Array.of(0, 2, 12, 16),
  targets: Int32Array.of(0, 0, 1, 1),
};
const layer = (weights: number[], biases: number[], activation: 'relu' | null) => ({
  ...{ weights: Float32Array.from(weights), biases: Float32Array.from(biases), activation },
  ...{ normalization: null, dropout: 0 },
});
const network = (...layers: Network['layers']): Network => ({ embeddings: [], categories: null, layers });
const output = layer([1, -1], [0, 0], null);

describe('between', () => {
  it('the inputs, where there is no hidden layer', () => {
    const { distances, space, nLookedAt } = typicalityOf(network(output), part, 2);
    expect({ distances: [...distances], space, nLookedAt }).toEqual({
      ...{ distances: [1, 1, 1, 1], space: 'inputs', nLookedAt: 4 },
    });
  });

  it('the activations of the last hidden layer', () => {
    // relu(x − 14): 0 and 0, without a spread, then 0 and 2 with the mean 1.
    const { distances, space } = typicalityOf(network(layer([1], [-14], 'relu'), output), part, 2);
    expect({ distances: [...distances], space }).toEqual({
      ...{ distances: [Number.NaN, Number.NaN, 1, 1], space: 'last hidden layer' },
    });
  });
});

it('looks at one of each two samples where all would cost too much', () => {
  const many = { ...part, rows: Uint32Array.of(0, 1, 2, 3), targets: Int32Array.of(0, 0, 0, 1) };
  const { distances, nLookedAt } = typicalityOf(network(output), many, 2, 2);
  expect([...distances]).toEqual([1, Number.NaN, 1, Number.NaN]);
  expect(nLookedAt).toBe(2);
});
