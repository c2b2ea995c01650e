/** How well the scores of one class tell its samples from all others, whatever the threshold. */
export interface RocCurve {
  /** (points, 2), row-major: false and true positive rate, from (0, 0) to (1, 1). */
  readonly points: Float32Array;
  /** Under the curve: the probability that a sample of the class scores higher than another one, ties counting half. */
  readonly area: number;
}

/**
 * Receiver operating characteristic: one point for each distinct score, so that ties become slanted lines.
 * The area is counted in whole pairs of samples, so it is exact.
 * @param scores     (samples), higher speaks for the class
 * @param isPositive of a sample, by its index
 * @returns null where one of both kinds of samples is missing, or a score is no number
 * Source: Fawcett 2006, An introduction to ROC analysis, algorithms 1 and 2.
 */
export function rocCurve(scores: Float64Array, isPositive: (sample: number) => boolean): RocCurve | null {
  // Typed arrays sort by value, and NaN to the end.
  const positives = scores.filter((_, i) => isPositive(i)).sort();
  const negatives = scores.filter((_, i) => !isPositive(i)).sort();
  const [nPositives, nNegatives] = [positives.length, negatives.length];
  if (!(isNumber(positives.at(-1)) && isNumber(negatives.at(-1)))) return null;
  const points = [0, 0];
  let [truePositives, falsePositives, doubledPairs] = [0, 0, 0];
  while (truePositives < nPositives || falsePositives < nNegatives) {
    const truePositivesBefore = truePositives;
    const falsePositivesBefore = falsePositives;
    const threshold = Math.max(
      positives[nPositives - 1 - truePositives] ?? Number.NEGATIVE_INFINITY,
      negatives[nNegatives - 1 - falsePositives] ?? Number.NEGATIVE_INFINITY,
    );
    while (positives[nPositives - 1 - truePositives] === threshold) truePositives++;
    while (negatives[nNegatives - 1 - falsePositives] === threshold) falsePositives++;
    doubledPairs += (falsePositives - falsePositivesBefore) * (truePositivesBefore + truePositives);
    points.push(falsePositives / nNegatives, truePositives / nPositives);
  }
  return { points: Float32Array.from(points), area: doubledPairs / (2 * nPositives * nNegatives) };
}

/** The curve as it is drawn: points that lie closer together than half a line of `maxPoints` shows are left out. */
export function thinnedCurve({ points, area }: RocCurve, maxPoints: number): RocCurve {
  // A rising curve is at most 2 long, along its axes.
  const distance = 2 / (maxPoints - 2);
  const kept = [0, 0];
  for (let i = 2; i < points.length; i += 2) {
    const moved = points[i]! - kept.at(-2)! + points[i + 1]! - kept.at(-1)!;
    if (moved >= distance || i === points.length - 2) kept.push(points[i]!, points[i + 1]!);
  }
  return { points: Float32Array.from(kept), area };
}

const isNumber = (value: number | undefined): boolean => value !== undefined && !Number.isNaN(value);
