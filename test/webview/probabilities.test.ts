import { expect, test } from 'vitest';
import type { ClassPrediction } from '../../src/protocol';
import { classesShown } from '../../webview/explorer/probabilities';

const prediction = (probabilities: number[]): ClassPrediction => ({
  ...{ kind: 'class', trueClass: 'a', predictedClass: 'b', probabilityOfTrue: 0, probabilityOfPredicted: 0 },
  probabilities,
});

test('few classes all have a bar, in their order', () => {
  expect(classesShown(prediction([0.2, 0.7, 0.1]), 2)).toEqual([0, 1, 2]);
});

test('of many classes the likeliest ones have a bar, and the true one', () => {
  const probabilities = Array.from({ length: 20 }, (_, i) => i / 190);
  const likeliest = [19, 18, 17, 16, 15, 14, 13, 12];
  expect(classesShown(prediction(probabilities), 15)).toEqual(likeliest);
  expect(classesShown(prediction(probabilities), 3)).toEqual([...likeliest, 3]);
});
