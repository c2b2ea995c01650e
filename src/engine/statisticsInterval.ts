import { maxSamplesLookedAt } from './activationStatistics';
import { isSpreadOverDoublings } from './doublings';
import { maxValuesLookedAt } from './histogram';
import type { Network } from './network';

/** Of the epochs with statistics, those with histograms of gradients and activations: so many each time their number doubles. */
const histogramsPerDoubling = 4;

/** Part of the training time that statistics may take: half of 5 %, because on a busy machine they take twice as long. */
const maxShare = 0.025;

/** Up to this epoch, statistics come as often as their cost allows; after it ever more seldom, so that they stay few. */
const nDense = 1024;

/**
 * What things take, in nanoseconds: constants, not measured on the spot, so that runs with the same seed have statistics of
 * the same epochs everywhere. Those of training are the fastest kernel's; `bench/statistics.mjs` shows what comes of them.
 */
const nanoseconds = {
  /** Overhead of a step. */
  step: 1300,
  /** One weight with one sample, forward and backward. */
  trainedWeight: 0.12,
  /** One weight in the norms, with the slower update that they need, and one in the histogram. */
  weightInNorms: 2.5,
  weightInHistogram: 3,
  /** One activation of one sample. */
  activation: 1,
  /** One output of one sample, for the confusion. */
  output: 2,
  /** Writing down what was found of a layer. */
  layer: 8000,
};

/**
 * Epochs from one with statistics to the next: 1, unless an epoch takes so little time that looking at it would take a
 * large part of it. A power of two, so that they are the epochs that stay where a long curve is thinned.
 */
export function statisticsInterval(
  { layers, categories }: Network,
  nTrain: number,
  nValidation: number,
  batchSize: number,
): number {
  const nSteps = Math.ceil(nTrain / batchSize);
  const nLookedAt = Math.min(nValidation, maxSamplesLookedAt);
  let training = nSteps * nanoseconds.step;
  let looking = nValidation * layers.at(-1)!.biases.length * nanoseconds.output;
  for (const [l, { weights, biases }] of layers.entries()) {
    // Of the rows that are selected, a sample meets only its own.
    const nUnmet = l === 0 && categories ? (categories.size - categories.nChoices) * biases.length : 0;
    training += nTrain * (weights.length - nUnmet) * nanoseconds.trainedWeight;
    looking += nanoseconds.layer + weights.length * nanoseconds.weightInNorms;
    looking += Math.min(weights.length, maxValuesLookedAt) * nanoseconds.weightInHistogram;
    looking += nLookedAt * biases.length * nanoseconds.activation;
  }
  return powerOfTwo(looking / (maxShare * training));
}

/** Whether an epoch has statistics: the first one does. */
export const hasStatistics = (epoch: number, interval: number): boolean =>
  epoch === 1 || epoch % Math.max(interval, powerOfTwo(epoch / nDense)) === 0;

/** Whether an epoch has these histograms, if it has statistics. */
export const hasHistograms = (epoch: number): boolean => isSpreadOverDoublings(epoch, histogramsPerDoubling);

/** The smallest one that is not below `value`; 1 at least. */
const powerOfTwo = (value: number) => 2 ** Math.max(0, Math.ceil(Math.log2(value)));
