import { type Loss, type LossName, losses, plainLoss } from '../../src/engine/losses';
import type { Layer, Network } from '../../src/engine/network';
import type { TrainingOptions } from '../../src/engine/train';

/** Plain gradient descent with every option at its neutral value. */
export const plainOptions: TrainingOptions = {
  loss: 'cross_entropy',
  ...plainLoss,
  optimizer: 'sgd',
  learningRate: 0.1,
  learningRateSchedule: 'constant',
  learningRateDecay: 0.1,
  learningRateDecayEpochs: 10,
  warmupEpochs: 0,
  momentum: 0.9,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  weightDecay: 0,
  gradientClipNorm: 0,
  epochs: 1,
  batchSize: 1,
  shuffle: false,
  earlyStoppingPatience: 0,
  earlyStoppingMinDelta: 0,
};

/** Classes of a loss, `nClasses` where any number will do and null where it is of a number, and its outputs. */
export function outputsOf(lossName: LossName, nClasses: number) {
  const loss: Loss = losses[lossName];
  if (loss.predicts === 'number') return { nClasses: null, nOutputs: 1 };
  const n = loss.nClasses ?? nClasses;
  return { nClasses: n, nOutputs: loss.classesWithOutput(Array(n)).length };
}

/** A network of nothing but fully connected layers. */
export const denseNetwork = (
  layers: readonly Pick<Layer, 'weights' | 'biases' | 'activation'>[],
): Network => ({
  embeddings: [],
  categories: null,
  layers: layers.map(layer => ({ ...layer, normalization: null, dropout: 0 })),
});
