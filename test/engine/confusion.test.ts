import { expect, test } from 'vitest';
import { confusion } from '../../src/engine/confusion';
import { losses } from '../../src/engine/losses';

test('rows are true classes, columns predicted ones', () => {
  // The largest logits are those of classes 1, 0, 1, 2; of equals the first.
  const logits = Float32Array.of(0, 2, 1, 5, 1, 0, -3, -1, -2, 0, 0, 1, 1, 1, 1);
  const labels = Int32Array.of(0, 0, 1, 2, 2);
  expect(confusion(losses.cross_entropy, logits, labels, 3)).toEqual([
    [1, 1, 0],
    [0, 1, 0],
    [1, 0, 1],
  ]);
});
