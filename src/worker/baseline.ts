import type { Dataset } from '../data/types';

/**
 * What a model must beat: the mean negative log-likelihood, in nats, of the validation part where each class is always
 * predicted as often as it occurs in the training part. Of characters it is called the unigram baseline.
 * Null for a quantity, and without a validation part.
 */
export function baselineOf({ preprocessing: { target }, train, validation }: Dataset): number | null {
  if (target.kind !== 'classes' || !validation) return null;
  const counts = new Float64Array(target.classes.length);
  for (const label of train.targets) counts[label]!++;
  let sum = 0;
  for (const label of validation.targets) sum -= Math.log(counts[label]! / train.targets.length);
  return sum / validation.targets.length;
}
