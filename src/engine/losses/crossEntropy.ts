import { argMax, type FloatArray } from '../array';
import type { ClassLoss } from '../losses';

/**
 * Mean softmax cross-entropy, the negative log-likelihood in nats, straight from logits.
 * Targets are class indices in [0, classes). With smoothing ε and class weights w, a sample of class y has the target
 * t_c = w_c ((1 − ε) [c = y] + ε / K) and the loss −Σ t_c log p_c; dOutputs becomes (p Σ t − t) / Σ w_y.
 * The mean is weighted: the sum over the batch is divided by the sum of its samples' class weights, as in PyTorch.
 * The row maximum is subtracted before exp, so that large logits do not overflow, and the logarithm is taken
 * of a sum that is at least 1, never of a probability that may have become 0.
 * Sources: Goodfellow, Bengio, Courville 2016, section 6.2.2.3; Szegedy et al. 2016, section 7.
 */
export const crossEntropy: ClassLoss = {
  predicts: 'class',
  outputActivation: 'softmax',
  nClasses: null,
  classesWithOutput: classes => classes,
  predict: argMax,
  probabilities: softmax,
  compute({ outputs, targets, sampleLosses, dOutputs }, nRows, nClasses, { labelSmoothing, classWeights }) {
    const weights = classWeights ?? new Array<number>(nClasses).fill(1);
    const spread = labelSmoothing / nClasses;
    const spreadSum = weights.reduce((sum, weight) => sum + weight * spread, 0);
    let total = 0;
    let totalWeight = 0;
    for (let n = 0; n < nRows; n++) totalWeight += weights[targets[n]!]!;
    for (let n = 0; n < nRows; n++) {
      const row = n * nClasses;
      const label = targets[n]!;
      const sharp = weights[label]! * (1 - labelSmoothing);
      const targetSum = sharp + spreadSum;
      const logSum = logSumExp(outputs, row, nClasses);
      let loss = 0;
      for (let c = 0; c < nClasses; c++) {
        const target = (c === label ? sharp : 0) + weights[c]! * spread;
        // Without smoothing most targets are 0, and 0 times an infinite logit would be no number.
        if (target > 0) loss += target * (logSum - outputs[row + c]!);
        if (!dOutputs) continue;
        const probability = Math.exp(outputs[row + c]! - logSum);
        dOutputs[row + c] = (targetSum * probability - target) / totalWeight;
      }
      sampleLosses[n] = loss;
      total += loss;
    }
    return total / totalWeight;
  },
};

/** softmax(logits), (rows, classes). */
function softmax(logits: FloatArray, nRows: number, nClasses: number): FloatArray {
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
