import { expect, it } from 'vitest';
import type { Network } from '../../src/engine/network';
import { representationOf } from '../../src/engine/representation';

const plain = { activation: null, normalization: null, dropout: 0 };

it('of inputs has a 1 for each category that is chosen, after the numbers', () => {
  // One number, then a choice of three; a sample that chooses none has no 1.
  const network: Network = {
    embeddings: [],
    categories: { size: 3, nChoices: 1 },
    layers: [{ ...plain, weights: new Float32Array(4 * 2), biases: new Float32Array(2) }],
  };
  const examples = {
    inputs: Float32Array.of(0.5, 1.5, 2.5),
    selected: Int32Array.of(2, 0, -1),
    targets: Int32Array.of(0, 1, 0),
  };
  const { values, width, space } = representationOf(network, examples, Uint32Array.of(0, 1, 2));
  expect({ width, space }).toEqual({ width: 4, space: 'inputs' });
  expect([...values]).toEqual([0.5, 0, 0, 1, 1.5, 1, 0, 0, 2.5, 0, 0, 0]);
});

it('of some of many samples is in the order that was asked for', () => {
  const nSamples = 600;
  const network: Network = {
    ...{ embeddings: [], categories: null },
    layers: [
      { ...plain, activation: 'relu', weights: Float32Array.of(2), biases: Float32Array.of(1) },
      { ...plain, weights: Float32Array.of(1, 1), biases: new Float32Array(2) },
    ],
  };
  const inputs = Float32Array.from({ length: nSamples }, (_, i) => i);
  const rows = Uint32Array.from({ length: 300 }, (_, i) => 599 - 2 * i);
  const { values, space } = representationOf(network, { inputs, targets: new Int32Array(nSamples) }, rows);
  expect(space).toBe('last hidden layer');
  expect([...values]).toEqual(Array.from(rows, row => 2 * row + 1));
});
