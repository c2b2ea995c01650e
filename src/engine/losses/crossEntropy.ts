import type { FloatArray } from '../array';
import type { Loss } from '../losses';

/**
 * Mean softmax cross-entropy, the negative log-likelihood in nats, straight from logits.
 * Targets are class indices in [0, classes); dOutputs becomes (p − y) / batch.
 * The row maximum is subtracted before exp, so that large logits do not overflow, and the logarithm is taken
 * of a sum that is at least 1, never of a probability that may have become 0.
 * Source: Goodfellow, Bengio, Courville 2016, section 6.2.2.3.
 */
export const crossEntropy: Loss = ({ outputs, targets, sampleLosses, dOutputs }, nRows, nClasses) => {
  let total = 0;
  for (let n = 0; n < nRows; n++) {
    const row = n * nClasses;
    const label = targets[n]!;
    const logSum = logSumExp(outputs, row, nClasses);
    const loss = logSum - outputs[row + label]!;
    sampleLosses[n] = loss;
    total += loss;
    if (!dOutputs) continue;
    for (let c = 0; c < nClasses; c++) {
      const probability = Math.exp(outputs[row + c]! - logSum);
      dOutputs[row + c] = (probability - (c === label ? 1 : 0)) / nRows;
    }
  }
  return total / nRows;
};

/** Probabilities of each row: softmax(logits), (rows, classes), newly allocated. */
export function softmax(logits: FloatArray, nRows: number, nClasses: number): FloatArray {
  const probabilities = logits.slice(0, nRows * nClasses);
  for (let row = 0; row < probabilities.length; row += nClasses) {
    const logSum = logSumExp(logits, row, nClasses);
    for (let c = 0; c < nClasses; c++) probabilities[row + c] = Math.exp(logits[row + c]! - logSum);
  }
  return probabilities;
}

/** log Σ exp(values), over `n` values from `offset`. */
function logSumExp(values: FloatArray, offset: number, n: number): number {
  let max = values[offset]!;
  for (let i = 1; i < n; i++) max = Math.max(max, values[offset + i]!);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.exp(values[offset + i]! - max);
  return max + Math.log(sum);
}
