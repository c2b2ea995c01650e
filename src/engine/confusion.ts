import type { FloatArray } from './array';
import type { ClassLoss } from './losses';

/**
 * How often each class was taken for each.
 * @param loss    that says which class is predicted
 * @param outputs (samples, outputs), row-major: logits
 * @param labels  (samples), class indices
 * @returns (classes, classes) counts; rows are true classes, columns predicted ones
 */
export function confusion(
  loss: ClassLoss,
  outputs: FloatArray,
  labels: ArrayLike<number>,
  nOutputs: number,
): number[][] {
  const nClasses = loss.nClasses ?? nOutputs;
  const counts = Array.from({ length: nClasses }, () => new Array<number>(nClasses).fill(0));
  for (let n = 0; n < labels.length; n++)
    counts[labels[n]!]![loss.predict(outputs, n * nOutputs, nOutputs)]!++;
  return counts;
}
