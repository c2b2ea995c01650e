import type { FloatArray } from './array';
import { type Loss, type LossName, losses, type Targets } from './losses';

/**
 * How often each class was taken for each.
 * @param outputs (samples, outputs), row-major: logits
 * @param labels  (samples), class indices
 * @returns (classes, classes) counts; rows are true classes, columns predicted ones; null where numbers are predicted
 */
export function confusion(lossName: LossName, outputs: FloatArray, labels: Targets): number[][] | null {
  const loss: Loss = losses[lossName];
  if (loss.predicts === 'number') return null;
  const nOutputs = outputs.length / labels.length;
  const nClasses = loss.nClasses ?? nOutputs;
  const counts = Array.from({ length: nClasses }, () => new Array<number>(nClasses).fill(0));
  for (let n = 0; n < labels.length; n++)
    counts[labels[n]!]![loss.predict(outputs, n * nOutputs, nOutputs)]!++;
  return counts;
}
