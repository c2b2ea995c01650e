import { type FloatArray, zerosLike } from './array';
import { type Architecture, initNetwork, type Network } from './network';
import { type OptimizerName, optimizers } from './optimizers';
import { parametersOf } from './parameters';
import { Random, type RandomState } from './random';
import type { LayerStatistics } from './statistics';

/** Everything that the next step depends on: saved and put back, training goes on bit for bit. */
export interface TrainingState extends Network {
  /** Arrays of the optimizer: one entry a parameter, each with the optimizer's slots. */
  readonly slots: readonly (readonly FloatArray[])[];
  readonly progress: Progress;
}

/** Where training stands; plain JSON. */
export interface Progress {
  /** Finished epochs. */
  epoch: number;
  /** Finished steps (updates). */
  step: number;
  /** Finished batches of the running epoch, with the sums over their samples. */
  batch: number;
  lossSum: number;
  nCorrect: number;
  /** Of the last step of the running epoch; null before it. */
  statistics: LayerStatistics[] | null;
  /** The shuffling generator at the start of the running epoch. */
  random: RandomState;
  /** The generator of dropout, as it is now. */
  dropout: RandomState;
  /** Loss of the first step, to tell divergence from a bad start. */
  firstLoss: number | null;
  /** The epoch with the smallest loss, of the validation part where there is one. */
  best: { epoch: number; loss: number } | null;
  /** The last epoch that was better by the early-stopping margin; patience counts from it. */
  improved: { epoch: number; loss: number } | null;
}

/** Generators of one seed that do not disturb one another. */
const streams = { weights: 1, shuffle: 2, dropout: 3 };

/** A fresh start: random weights, empty optimizer. */
export function initTraining(
  architecture: Architecture,
  optimizer: OptimizerName,
  seed: number,
): TrainingState {
  const network = initNetwork(architecture, Random.seeded(seed, streams.weights));
  return { ...network, slots: emptySlots(network, optimizer), progress: initProgress(seed) };
}

export const emptySlots = (network: Network, optimizer: OptimizerName): FloatArray[][] =>
  parametersOf(network).map(({ values }) => optimizers[optimizer].slots.map(() => zerosLike(values)));

export function initProgress(seed: number): Progress {
  return {
    epoch: 0,
    step: 0,
    batch: 0,
    lossSum: 0,
    nCorrect: 0,
    statistics: null,
    random: Random.seeded(seed, streams.shuffle).state,
    dropout: Random.seeded(seed, streams.dropout).state,
    firstLoss: null,
    best: null,
    improved: null,
  };
}
