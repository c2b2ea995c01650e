import { expect, test } from 'vitest';
import { classesShown } from '../../webview/explorer/probabilities';

test('few classes all have a bar, in their order', () => {
  expect(classesShown([0.2, 0.7, 0.1], 2)).toEqual([0, 1, 2]);
});

test('of many classes the likeliest ones have a bar, and the true one', () => {
  const probabilities = Array.from({ length: 20 }, (_, i) => i / 190);
  const likeliest = [19, 18, 17, 16, 15, 14, 13, 12];
  expect(classesShown(probabilities, 15)).toEqual(likeliest);
  expect(classesShown(probabilities, 3)).toEqual([...likeliest, 3]);
});

test('what a person made up has no true class', () => {
  expect(classesShown(new Float32Array(20), null)).toHaveLength(8);
});
