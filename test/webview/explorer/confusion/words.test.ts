import { describe, expect, it } from 'vitest';
import { confusionOf } from '../../../../webview/explorer/confusion/counts';
import { drawnClasses } from '../../../../webview/explorer/confusion/rocClasses';
import { resorted, sorted } from '../../../../webview/explorer/confusion/sorting';
import { pairText, placeText, rateText } from '../../../../webview/explorer/confusion/words';

const names = ['ant', 'bee'];
const confusion = confusionOf(
  { trueClass: Int32Array.of(0, 0, 0, 1), predictedClass: Int32Array.of(0, 1, 0, 1) },
  2,
);
const plain = (text: string) => text.replaceAll('\u202f', ' ');

describe('in words', () => {
  it('stands who is taken for whom', () => {
    expect(pairText(confusion.pairs[0]!, confusion, names)).toBe('ant is taken for bee in 1 of 3 cases');
  });

  it('stands what is pointed at', () => {
    expect(plain(placeText(confusion, names, 0, 1))).toBe('true ant, predicted bee: 1 of 3 (33.3 %)');
    expect(placeText(confusion, names, 0, undefined)).toBe('true ant: 3');
    expect(placeText(confusion, names, undefined, 1)).toBe('predicted bee: 2');
    expect(placeText(confusion, names, undefined, undefined)).toBe('');
  });

  it('stands a rate in whole per cent, so that a single error is not 0', () => {
    expect([rateText(0, 35), rateText(6, 35), rateText(1, 1000)]).toEqual(['', '17', '<1']);
  });

  it('stands nothing where a class has no samples', () => {
    const onlyBees = confusionOf({ trueClass: Int32Array.of(1), predictedClass: Int32Array.of(0) }, 2);
    expect(placeText(onlyBees, names, 0, 0)).toBe('true ant, predicted ant: 0 of 0 (—)');
  });
});

describe('rows of the table', () => {
  const rows = [3, null, 1, 2];
  const keyOf = (row: number | null) => row;

  it('are sorted either way, with what does not exist at the end', () => {
    expect(sorted(rows, { by: 'x', isDescending: false }, keyOf)).toEqual([1, 2, 3, null]);
    expect(sorted(rows, { by: 'x', isDescending: true }, keyOf)).toEqual([3, 2, 1, null]);
  });

  it('turn round when their column is chosen again', () => {
    const first = resorted<'x' | 'y'>({ by: 'y', isDescending: false }, 'x');
    expect([first, resorted(first, 'x')]).toEqual([
      { by: 'x', isDescending: false },
      { by: 'x', isDescending: true },
    ]);
  });
});

it('the curves are those of the chosen classes and of the worst', () => {
  const curves = Array.from({ length: 15 }, (_, c) =>
    c === 3 ? null : { points: new Float32Array(), area: 0.5 + c / 100 },
  );
  expect(drawnClasses(curves, [])).toEqual([0, 1, 2, 4, 5, 6, 7, 8, 9, 10]);
  expect(drawnClasses(curves, [14, 3])).toEqual([0, 1, 2, 4, 5, 6, 7, 8, 9, 14]);
});
