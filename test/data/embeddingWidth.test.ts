import { expect, it } from 'vitest';
import { embeddingWidth } from '../../src/data/embeddingWidth';

it.each([
  [2, 3],
  [10, 6],
  [100, 22],
  [449, 49],
  [10_000, 50],
])('%i categories become %i numbers', (nCategories, width) => {
  expect(embeddingWidth(nCategories)).toBe(width);
});
