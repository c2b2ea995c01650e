/** How often each class was taken for each: only pairs that occur are kept, however many classes there are. */
import type { ClassOutcomes } from '../../../src/protocol';

/** Of one true class, and all that was taken for another one. */
export interface ConfusedPair {
  readonly trueClass: number;
  readonly predictedClass: number;
  readonly count: number;
}

export interface Confusion {
  readonly nClasses: number;
  readonly nSamples: number;
  readonly nCorrect: number;
  /** (classes): samples of the class, and predictions of it. */
  readonly support: Uint32Array;
  readonly predicted: Uint32Array;
  readonly count: (trueClass: number, predictedClass: number) => number;
  /** Off the diagonal, the most frequent first; of equals the one that is the larger part of its class. */
  readonly pairs: readonly ConfusedPair[];
}

export function confusionOf(
  { trueClass, predictedClass }: Pick<ClassOutcomes, 'trueClass' | 'predictedClass'>,
  nClasses: number,
): Confusion {
  const support = new Uint32Array(nClasses);
  const predicted = new Uint32Array(nClasses);
  const counts = new Map<number, number>();
  for (let i = 0; i < trueClass.length; i++) {
    const place = trueClass[i]! * nClasses + predictedClass[i]!;
    counts.set(place, (counts.get(place) ?? 0) + 1);
    support[trueClass[i]!]!++;
    predicted[predictedClass[i]!]!++;
  }
  const all = Array.from(counts, ([place, count]) => ({
    trueClass: Math.floor(place / nClasses),
    predictedClass: place % nClasses,
    count,
  }));
  const isRight = (pair: ConfusedPair) => pair.trueClass === pair.predictedClass;
  return {
    ...{ nClasses, nSamples: trueClass.length, support, predicted },
    nCorrect: all.filter(isRight).reduce((sum, { count }) => sum + count, 0),
    count: (row, column) => counts.get(row * nClasses + column) ?? 0,
    pairs: all
      .filter(pair => !isRight(pair))
      .sort(
        (a, b) =>
          b.count - a.count ||
          support[a.trueClass]! - support[b.trueClass]! ||
          a.trueClass - b.trueClass ||
          a.predictedClass - b.predictedClass,
      ),
  };
}
