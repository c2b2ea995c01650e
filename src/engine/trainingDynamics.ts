export interface TrainingDynamics {
  /** (samples), mean over the epochs of the probability of the true class. */
  readonly confidence: Float32Array;
  /** (samples), its standard deviation over the epochs, in [0, 0.5]. */
  readonly variability: Float32Array;
}

/**
 * How the model came to see each sample while it trained, from the negative log-likelihoods of its true class.
 * @param epochs  (samples) each, in nats; p = exp(−loss). An epoch without a number for a sample is left out for it.
 * @param samples those that are asked for, by their index
 * @returns one a sample that was asked for; NaN where no epoch has a number
 * Source: Swayamdipta et al. 2020, Dataset cartography, section 2.1.
 */
export function trainingDynamics(
  epochs: readonly Float32Array[],
  samples: ArrayLike<number>,
): TrainingDynamics {
  const confidence = new Float32Array(samples.length);
  const variability = new Float32Array(samples.length);
  const probabilities = new Float64Array(epochs.length);
  for (let i = 0; i < samples.length; i++) {
    let [count, sum, squares] = [0, 0, 0];
    for (const losses of epochs) {
      // No loss is negative, but in a file that was damaged.
      const p = Math.min(1, Math.exp(-losses[samples[i]!]!));
      if (Number.isNaN(p)) continue;
      probabilities[count++] = p;
      sum += p;
    }
    const mean = sum / count;
    for (let e = 0; e < count; e++) squares += (probabilities[e]! - mean) ** 2;
    confidence[i] = mean;
    variability[i] = Math.sqrt(squares / count);
  }
  return { confidence, variability };
}
