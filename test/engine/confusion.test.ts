import { expect, test } from 'vitest';
import { confusion } from '../../src/engine/confusion';

test('rows are true classes, columns predicted ones', () => {
  // The largest logits are those of classes 1, 0, 1, 2; of equals the first.
  const logits = Float32Array.of(0, 2, 1, 5, 1, 0, -3, -1, -2, 0, 0, 1, 1, 1, 1);
  const labels = Int32Array.of(0, 0, 1, 2, 2);
  expect(confusion('cross_entropy', logits, labels)).toEqual([
    [1, 1, 0],
    [0, 1, 0],
    [1, 0, 1],
  ]);
});

test('one output tells two classes apart', () => {
  const logits = Float32Array.of(-1, 2, 3, -0.5, 0.1);
  const labels = Int32Array.of(0, 0, 1, 1, 1);
  expect(confusion('binary_cross_entropy', logits, labels)).toEqual([
    [1, 1],
    [1, 2],
  ]);
});

test('numbers have no classes to confuse', () => {
  expect(confusion('mse', Float32Array.of(1, 2), Float32Array.of(1, 3))).toBeNull();
});
