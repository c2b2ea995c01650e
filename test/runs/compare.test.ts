import { expect, it } from 'vitest';
import { differingKeys } from '../../src/runs/compare';

const a = { model: { hidden_sizes: [8] }, training: { epochs: 5, seed: 1 } };

it('names the keys that differ, with every value', () => {
  const b = { model: { hidden_sizes: [8, 8] }, training: { epochs: 5, seed: 1, momentum: 0.9 } };
  expect(differingKeys([a, b, a])).toEqual([
    { key: 'model.hidden_sizes', values: [[8], [8, 8], [8]] },
    { key: 'training.momentum', values: [undefined, 0.9, undefined] },
  ]);
});

it('finds nothing between equals, in whatever order they are written', () => {
  const same = { training: { seed: 1, epochs: 5 }, model: { hidden_sizes: [8] } };
  expect(differingKeys([a, same])).toEqual([]);
});
