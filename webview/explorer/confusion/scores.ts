/** What the counts say of each class. */
import type { Confusion } from './counts';

/** Null where it is a fraction of nothing. */
export interface ClassScores {
  /** Fraction of the predictions of the class that are right. */
  readonly precision: number | null;
  /** Fraction of the samples of the class that are found. */
  readonly recall: number | null;
  /** Harmonic mean of both. */
  readonly f1: number | null;
}

export function scoresOf({ count, support, predicted }: Confusion, c: number): ClassScores {
  const correct = count(c, c);
  return {
    precision: ratio(correct, predicted[c]!),
    recall: ratio(correct, support[c]!),
    f1: ratio(2 * correct, support[c]! + predicted[c]!),
  };
}

/**
 * Means over the classes that occur, true or predicted; what is undefined counts 0 there.
 * So does scikit-learn: `precision_recall_fscore_support(average='macro', zero_division=0)`.
 */
export function macroScores(confusion: Confusion): ClassScores {
  const occurring = Array.from(confusion.support.keys())
    .map(c => scoresOf(confusion, c))
    .filter(({ f1 }) => f1 !== null);
  const mean = (of: keyof ClassScores) =>
    ratio(
      occurring.reduce((sum, scores) => sum + (scores[of] ?? 0), 0),
      occurring.length,
    );
  return { precision: mean('precision'), recall: mean('recall'), f1: mean('f1') };
}

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
