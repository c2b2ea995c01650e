import { argMax, type FloatArray } from './array';

/**
 * How often each class was taken for each.
 * @param outputs (samples, classes), row-major: logits
 * @param labels  (samples), class indices
 * @returns (classes, classes) counts; rows are true classes, columns predicted ones
 */
export function confusion(outputs: FloatArray, labels: ArrayLike<number>, nClasses: number): number[][] {
  const counts = Array.from({ length: nClasses }, () => new Array<number>(nClasses).fill(0));
  for (let n = 0; n < labels.length; n++) counts[labels[n]!]![argMax(outputs, n * nClasses, nClasses)]!++;
  return counts;
}
