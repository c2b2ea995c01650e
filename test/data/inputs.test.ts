import { expect, it } from 'vitest';
import { countInputs, inputNamesOf, inputShapeOf } from '../../src/data/inputs';
import type { FeatureEncoding } from '../../src/data/types';

const figures = { shift: 0, scale: 1, mean: 0, std: 1, max: 1 };
const features: FeatureEncoding[] = [
  { kind: 'one_hot', name: 'colour', categories: ['blue', 'red'], fill: null },
  { kind: 'embedding', name: 'place', categories: ['a', 'b', 'c'], fill: null, width: 2 },
  { kind: 'numeric', name: 'size', fill: null, ...figures },
  { kind: 'one_hot', name: 'form', categories: ['round'], fill: null },
];

it('numbers come first, then embedded numbers, then the categories of all columns', () => {
  expect(inputShapeOf(features)).toEqual({
    nInputs: 1,
    embeddings: [{ size: 3, width: 2, nChoices: 1 }],
    categories: { size: 3, nChoices: 2 },
  });
  expect(inputNamesOf(features)).toEqual([
    ...['size', 'place[0]', 'place[1]'],
    ...['colour=blue', 'colour=red', 'form=round'],
  ]);
  expect(countInputs(features)).toBe(6);
});

it('there are no categories where no column has any', () => {
  expect(inputShapeOf(features.slice(1, 3)).categories).toBeNull();
});
