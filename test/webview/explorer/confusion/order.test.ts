import { expect, it } from 'vitest';
import { confusionOf } from '../../../../webview/explorer/confusion/counts';
import { shownClasses } from '../../../../webview/explorer/confusion/order';

/** Each pair so many times. */
function confusionWith(nClasses: number, pairs: readonly (readonly [number, number, number])[]) {
  const all = pairs.flatMap(([row, column, count]) => Array.from({ length: count }, () => [row, column]));
  return confusionOf(
    {
      trueClass: Int32Array.from(all, ([row]) => row!),
      predictedClass: Int32Array.from(all, ([, column]) => column!),
    },
    nClasses,
  );
}

// 1 and 4 are confused 5 times, 4 and 2 twice, 0 and 3 three times; 5 with nobody.
const confusion = confusionWith(6, [
  [1, 4, 3],
  [4, 1, 2],
  [4, 2, 2],
  [0, 3, 3],
  [5, 5, 9],
]);

it('is that of the classes, or that of their errors', () => {
  expect(shownClasses(confusion, 'classes')).toEqual([0, 1, 2, 3, 4, 5]);
  // Errors: 4 has 7, 1 has 5, 0 and 3 have 3, 2 has 2.
  expect(shownClasses(confusion, 'errors')).toEqual([4, 1, 0, 3, 2, 5]);
});

it('puts classes side by side that are confused', () => {
  expect(shownClasses(confusion, 'neighbours')).toEqual([1, 4, 2, 0, 3, 5]);
});

it('joins chains at their ends only, whichever way round they are', () => {
  // 0–1 and 2–3 first, then 0–3 joins them; 1–2 would close the ring, and 0–2 has no end left.
  const ring = confusionWith(4, [
    [0, 1, 9],
    [2, 3, 8],
    [0, 3, 7],
    [1, 2, 6],
    [0, 2, 5],
  ]);
  expect(shownClasses(ring, 'neighbours')).toEqual([1, 0, 3, 2]);
});

it('shows the most confused of very many classes', () => {
  const many = confusionWith(300, [
    [250, 260, 2],
    [299, 0, 1],
  ]);
  const shown = shownClasses(many, 'classes');
  expect(shown).toHaveLength(100);
  expect(shown.slice(-3)).toEqual([250, 260, 299]);
  expect(shown).toEqual(shown.toSorted((a, b) => a - b));
  expect(new Set(shownClasses(many, 'neighbours'))).toEqual(new Set(shown));
});
