import { sigmoid } from '../activations/sigmoid';
import { type FloatArray, zerosLike } from '../array';
import type { ClassLoss } from '../losses';

/**
 * Mean binary cross-entropy in nats of one logit z a sample, where p = σ(z) is the probability of class 1: the
 * cross-entropy of the logits (0, z), with the same options and the same mean.
 * Outputs are (batch), targets class indices 0 or 1. With smoothing ε and class weights w, y becomes y (1 − ε) + ε / 2,
 * and the loss is −t₁ log p − t₀ log (1 − p) with t₁ = w₁ y and t₀ = w₀ (1 − y); dOutputs becomes
 * (t₀ p − t₁ (1 − p)) / Σ w, which is (p − y) / batch without weights. The mean is over the samples' class weights.
 * In PyTorch it is BCEWithLogitsLoss with `weight` w₀ and `pos_weight` w₁ / w₀, its sum divided by Σ w.
 * −log (1 − p) is computed as max(z, 0) + log1p(e^−|z|), so that large logits do not overflow and small losses keep
 * their digits; p and 1 − p come from the same e^−|z|, neither as a difference from 1.
 * Source: Goodfellow, Bengio, Courville 2016, section 6.2.2.2.
 */
export const binaryCrossEntropy: ClassLoss = {
  predicts: 'class',
  outputActivation: 'sigmoid',
  nClasses: 2,
  classesWithOutput: classes => classes.slice(1),
  predict: (logits, offset) => (logits[offset]! > 0 ? 1 : 0),
  probabilities,
  compute({ outputs, targets, sampleLosses, dOutputs }, nRows, _, { labelSmoothing, classWeights }) {
    const weight0 = classWeights?.[0] ?? 1;
    const weight1 = classWeights?.[1] ?? 1;
    let total = 0;
    let totalWeight = 0;
    for (let n = 0; n < nRows; n++) totalWeight += targets[n] === 1 ? weight1 : weight0;
    for (let n = 0; n < nRows; n++) {
      const z = outputs[n]!;
      const y = targets[n]! * (1 - labelSmoothing) + labelSmoothing / 2;
      const t1 = weight1 * y;
      const t0 = weight0 * (1 - y);
      const ratio = Math.exp(-Math.abs(z));
      const loss = t1 * Math.max(-z, 0) + t0 * Math.max(z, 0) + (t0 + t1) * Math.log1p(ratio);
      sampleLosses[n] = loss;
      total += loss;
      if (!dOutputs) continue;
      const larger = 1 / (1 + ratio);
      const smaller = ratio * larger;
      dOutputs[n] = (z > 0 ? t0 * larger - t1 * smaller : t0 * smaller - t1 * larger) / totalWeight;
    }
    return total / totalWeight;
  },
};

/** (1 − p, p) of each row, (rows, 2). */
function probabilities(logits: FloatArray, nRows: number): FloatArray {
  const both = zerosLike(logits, 2 * nRows);
  for (let n = 0; n < nRows; n++) {
    both[2 * n] = sigmoid.value(-logits[n]!);
    both[2 * n + 1] = sigmoid.value(logits[n]!);
  }
  return both;
}
