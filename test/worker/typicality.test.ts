import { describe, expect, it } from 'vitest';
import type { Part, Table } from '../../src/data/types';
import type { Network } from '../../src/engine/network';
import { distancesFromMeans, typicalityOf } from '../../src/worker/typicality';

it('is the distance from the mean of the class', () => {
  // Class 0: (0, 0), (6, 8), mean (3, 4); class 1: (1, 1) alone, its own mean.
  const values = Float32Array.of(0, 0, 6, 8, 1, 1);
  expect([...distancesFromMeans({ values, width: 2 }, Int32Array.of(0, 0, 1), 2)]).toEqual([5, 5, 0]);
});

const table = { origin: { key: 'data.path', path: 'a.csv' }, nRows: 4, columns: [] } as Table;
const part: Part = {
  table,
  rows: Uint32Array.of(0, 1, 2, 3),
  inputs: Float32Array.of(0, 2, 10, 14),
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
      ...{ distances: [1, 1, 2, 2], space: 'inputs', nLookedAt: 4 },
    });
  });

  it('the activations of the last hidden layer', () => {
    // relu(x − 10): 0, 0, 0, 4; the means are 0 and 2.
    const { distances, space } = typicalityOf(network(layer([1], [-10], 'relu'), output), part, 2);
    expect({ distances: [...distances], space }).toEqual({
      distances: [0, 0, 2, 2],
      space: 'last hidden layer',
    });
  });
});

it('looks at every other sample where all would cost too much', () => {
  const { distances, nLookedAt } = typicalityOf(network(output), part, 2, 2);
  expect([...distances]).toEqual([0, Number.NaN, 0, Number.NaN]);
  expect(nLookedAt).toBe(2);
});
