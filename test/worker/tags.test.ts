import { describe, expect, it } from 'vitest';
import { trainingDynamics } from '../../src/engine/trainingDynamics';
import type { ClassOutcomes } from '../../src/protocol';
import { tagsOf } from '../../src/worker/tags';

type Row = [label: number, predicted: number, pPredicted?: number, pSecond?: number];

function outcomes(rows: readonly Row[]): ClassOutcomes {
  return {
    kind: 'class',
    trueClass: Int32Array.from(rows, ([label]) => label),
    predictedClass: Int32Array.from(rows, ([, predicted]) => predicted),
    probabilityOfTrue: new Float32Array(rows.length),
    probabilityOfPredicted: Float32Array.from(rows, ([, , p = 0.8]) => p),
    probabilityOfSecond: Float32Array.from(rows, ([, , , p = 0.1]) => p),
  };
}

/** Names of the tags of each sample. */
function named({ tags, tagNames }: ReturnType<typeof tagsOf>): string[][] {
  return Array.from(tags, mask => tagNames.filter((_, bit) => mask & (1 << bit)));
}

describe('of the predictions alone', () => {
  it('confidently wrong needs both', () => {
    const rows: Row[] = [
      [0, 1, 0.9],
      [0, 1, 0.89],
      [1, 1, 0.99],
    ];
    expect(named(tagsOf(outcomes(rows), 2, null))).toEqual([['confidently wrong'], [], []]);
  });

  it('ambiguous is right or wrong, with the second less than 0.1 behind', () => {
    const rows: Row[] = [
      [0, 0, 0.5, 0.45],
      [0, 1, 0.5, 0.45],
      [0, 0, 0.6, 0.4],
    ];
    expect(named(tagsOf(outcomes(rows), 3, null))).toEqual([['ambiguous'], ['ambiguous'], []]);
  });

  it('systematic is a pair of three errors and more, of twice its even share', () => {
    const pairs = (label: number, predicted: number, n: number) =>
      Array.from({ length: n }, (): Row => [label, predicted]);
    const systematic = (rows: Row[], nClasses: number) =>
      named(tagsOf(outcomes(rows), nClasses, null)).map(names => names.includes('systematic'));
    // Six pairs of three classes: 5 errors are 0.8 a pair on average.
    expect(systematic([...pairs(0, 1, 3), ...pairs(1, 0, 2), ...pairs(2, 2, 4)], 3)).toEqual([
      ...[true, true, true, false, false],
      ...[false, false, false, false],
    ]);
    // The sixth of the frequent pairs is none of them.
    const six = [
      pairs(0, 1, 4),
      pairs(0, 2, 5),
      pairs(0, 3, 6),
      pairs(1, 0, 7),
      pairs(1, 2, 8),
      pairs(1, 3, 3),
    ];
    const told = systematic(six.flat(), 8);
    expect([told.slice(0, -3).includes(false), told.slice(-3)]).toEqual([false, [false, false, false]]);
    // Two classes that are confused both ways alike show no system; one way only is one.
    expect(systematic([...pairs(0, 1, 4), ...pairs(1, 0, 4)], 2)).not.toContain(true);
    expect(systematic(pairs(0, 1, 4), 2)).toEqual([true, true, true, true]);
  });
});

describe('of the course of the losses', () => {
  /** (epochs, samples) probabilities of the true class. */
  const losses = (epochs: number[][]) => epochs.map(row => Float32Array.from(row, p => -Math.log(p)));

  const dynamicsOf = (epochs: readonly Float32Array[]) => ({
    ...{ nEpochs: epochs.length, ...trainingDynamics(epochs, [...rows.keys()]) },
  });

  /** Never learned, learned, learned, wavering, never learned but right. */
  const rows: Row[] = [
    [0, 1],
    [0, 0],
    [0, 0],
    [0, 1],
    [0, 0],
  ];
  const course = (nEpochs: number) =>
    losses(Array.from({ length: nEpochs }, (_, e) => [0.05, 0.9, 0.95, e % 2 ? 0.01 : 0.55, 0.05]));
  const suspects = (epochs: Float32Array[]) =>
    named(tagsOf(outcomes(rows), 3, dynamicsOf(epochs))).map(names => names.includes('label suspect'));

  it('a label is suspect that was never learned and is predicted otherwise', () => {
    expect(suspects(course(6))).toEqual([true, false, false, false, false]);
  });

  it('is not told of a few epochs, nor where nothing is learned', () => {
    expect(tagsOf(outcomes(rows), 3, dynamicsOf(course(4))).tagNames).not.toContain('label suspect');
    const nothing = losses(Array.from({ length: 6 }, () => rows.map(() => 0.1)));
    expect(suspects(nothing)).not.toContain(true);
  });
});
