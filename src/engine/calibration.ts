/** Whether predictions that claim p come true in p of all cases. */
export interface Calibration {
  /** Of equal width, from 0 to 1. */
  readonly bins: readonly CalibrationBin[];
  /** Mean distance between accuracy and confidence over the bins, weighted by their samples; null without samples. */
  readonly expectedError: number | null;
}

export interface CalibrationBin {
  readonly count: number;
  /** Mean probability of the predicted class; null without samples. */
  readonly confidence: number | null;
  /** Fraction of predictions that are right; null without samples. */
  readonly accuracy: number | null;
}

/**
 * Reliability diagram and expected calibration error.
 * @param confidences (samples), probability of the predicted class, in [0, 1]; those that are no number are left out
 * @param isCorrect   of a sample, by its index
 * Bin m of M holds confidences in ((m − 1) / M, m / M].
 * Source: Guo, Pleiss, Sun, Weinberger 2017, On calibration of modern neural networks, equations 2 and 3.
 */
export function calibration(
  confidences: ArrayLike<number>,
  isCorrect: (sample: number) => boolean,
  nBins: number,
): Calibration {
  const counts = new Array<number>(nBins).fill(0);
  const confident = new Array<number>(nBins).fill(0);
  const correct = new Array<number>(nBins).fill(0);
  let nSamples = 0;
  for (let i = 0; i < confidences.length; i++) {
    const confidence = confidences[i]!;
    if (Number.isNaN(confidence)) continue;
    const bin = Math.max(0, Math.ceil(confidence * nBins) - 1);
    counts[bin]!++;
    confident[bin]! += confidence;
    if (isCorrect(i)) correct[bin]!++;
    nSamples++;
  }
  const gaps = confident.map((sum, bin) => Math.abs(sum - correct[bin]!));
  return {
    bins: counts.map((count, bin) => ({
      count,
      confidence: count > 0 ? confident[bin]! / count : null,
      accuracy: count > 0 ? correct[bin]! / count : null,
    })),
    expectedError: nSamples > 0 ? gaps.reduce((a, b) => a + b, 0) / nSamples : null,
  };
}
