import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { confusionOf } from '../../../../webview/explorer/confusion/counts';
import { macroScores, scoresOf } from '../../../../webview/explorer/confusion/scores';

interface CountsCase {
  readonly name: string;
  readonly nClasses: number;
  readonly true: readonly number[];
  readonly predicted: readonly number[];
  readonly confusion: readonly (readonly number[])[];
  readonly precision: readonly number[];
  readonly recall: readonly number[];
  readonly f1: readonly number[];
  readonly support: readonly number[];
  readonly macro: readonly [number, number, number];
  readonly accuracy: number;
}

const { counts }: { counts: CountsCase[] } = JSON.parse(
  readFileSync(new URL('../../../fixtures/scikitLearn/rates.json', import.meta.url), 'utf8'),
);

const confusionIn = (known: Pick<CountsCase, 'true' | 'predicted' | 'nClasses'>) =>
  confusionOf(
    { trueClass: Int32Array.from(known.true), predictedClass: Int32Array.from(known.predicted) },
    known.nClasses,
  );

describe.each(counts)('$name, against scikit-learn', known => {
  const confusion = confusionIn(known);
  const classes = Array.from({ length: known.nClasses }, (_, c) => c);

  it('has its counts', () => {
    expect(classes.map(row => classes.map(column => confusion.count(row, column)))).toEqual(known.confusion);
    expect([...confusion.support]).toEqual(known.support);
    expect(confusion.nCorrect / confusion.nSamples).toBeCloseTo(known.accuracy, 12);
  });

  it('has its scores, with nothing in the place of a fraction of nothing', () => {
    const scores = classes.map(c => scoresOf(confusion, c));
    // There scikit-learn is told to say 0.
    for (const name of ['precision', 'recall', 'f1'] as const)
      for (const c of classes) expect(scores[c]![name] ?? 0).toBeCloseTo(known[name][c]!, 9);
    expect(scores.map(({ precision }) => precision === null)).toEqual(
      classes.map(c => !known.predicted.includes(c)),
    );
    expect(scores.map(({ recall }) => recall === null)).toEqual(classes.map(c => !known.true.includes(c)));
  });

  it('has its macro averages', () => {
    const { precision, recall, f1 } = macroScores(confusion);
    const macro = [precision, recall, f1];
    expect(macro).toEqual(known.macro.map(value => expect.closeTo(value, 9)));
  });
});

it('knows the pairs that are confused most; of equals those that are the larger part of their class', () => {
  const confusion = confusionIn({
    true: [0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2],
    predicted: [0, 0, 0, 1, 1, 1, 0, 1, 1, 0, 2],
    nClasses: 3,
  });
  expect(confusion.pairs).toEqual([
    { trueClass: 2, predictedClass: 1, count: 2 },
    { trueClass: 1, predictedClass: 0, count: 1 },
    { trueClass: 0, predictedClass: 1, count: 1 },
    { trueClass: 2, predictedClass: 0, count: 1 },
  ]);
});

it('of no samples has no scores', () => {
  const nothing = confusionIn({ true: [], predicted: [], nClasses: 2 });
  expect(macroScores(nothing)).toEqual({ precision: null, recall: null, f1: null });
});
