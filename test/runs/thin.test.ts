import { expect, it } from 'vitest';
import { thin } from '../../src/runs/thin';

const numbers = (n: number) => Array.from({ length: n }, (_, i) => i);

it('leaves short lists as they are', () => {
  expect(thin([], 3)).toEqual([]);
  expect(thin([1, 2, 3], 3)).toEqual([1, 2, 3]);
});

it('keeps the first, the last and what is evenly between, each once', () => {
  expect(thin(numbers(9), 5)).toEqual([0, 2, 4, 6, 8]);
  for (const n of [101, 150, 9999]) {
    const kept = thin(numbers(n), 100);
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([100, 0, n - 1]);
    expect(new Set(kept).size).toBe(100);
  }
});
