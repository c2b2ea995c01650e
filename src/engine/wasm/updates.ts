import { norm } from '../array';
import { type LayerStatistics, layerStatistics } from '../statistics';
import type { StepOptions } from '../step';
import { updateParameters } from '../update';
import { floats, type Region } from './arena';
import { type Fused, nSettings } from './fusedOptimizers';
import type { Gradients } from './gradients';
import type { DenseNetwork } from './network';

const floatBytes = 4;
/** Where the kernels find the gradients, and what the optimizer keeps, beside the parameters. */
const gradients = 0;
const slots = 1;

/** What follows on the gradient of the outputs: all others, and the update. */
export type Update = (
  nRows: number,
  learningRate: number,
  step: number,
  withStatistics: boolean,
) => LayerStatistics[] | null;

/** Numbers of the settings: those of the weights, then those of the biases, which have no penalty. */
export const settingsLength = 2 * nSettings;

/** Each layer is updated as soon as the one below it has its gradient, straight from the registers. */
export function fusedUpdate(
  network: DenseNetwork,
  flow: Gradients,
  region: Region,
  optimizer: Fused,
  options: StepOptions,
): Update {
  const { kernels, layers, memory } = network;
  const update = {
    weights: kernels[`weights${optimizer.name}`],
    biases: kernels[`biases${optimizer.name}`],
    stored: kernels[`update${optimizer.name}`],
  };
  const forWeights = floats(memory, region).subarray(0, nSettings);
  const forBiases = floats(memory, region).subarray(nSettings);
  const weightSettings = region.address;
  const biasSettings = region.address + nSettings * floatBytes;
  const before = network.arrays.map(({ weights }) => new Float32Array(weights.length));
  const stored = flow.beside(gradients);

  /** The same bits, with the gradient kept to look at. */
  const watched = (l: number, nRows: number): LayerStatistics => {
    const { weights } = network.arrays[l]!;
    const gradient = stored[l]!.weights;
    flow.weights(kernels.weightsStore, l, nRows, weightSettings, gradients);
    before[l]!.set(weights);
    flow.update(update.stored, l, weightSettings);
    return layerStatistics(before[l]!, weights, norm(gradient));
  };

  return (nRows, learningRate, step, withStatistics) => {
    optimizer.settings(forWeights, options, learningRate, options.weightDecay, step);
    optimizer.settings(forBiases, options, learningRate, 0, step);
    const statistics: LayerStatistics[] | null = withStatistics ? [] : null;
    for (let l = layers.length - 1; l >= 0; l--) {
      if (l > 0) flow.below(l, nRows);
      if (statistics) statistics.unshift(watched(l, nRows));
      else flow.weights(update.weights, l, nRows, weightSettings, slots);
      flow.biases(update.biases, l, nRows, biasSettings, slots);
    }
    return statistics;
  };
}

/** All gradients first, then whatever the reference makes of them. */
export function referenceUpdate(
  network: DenseNetwork,
  flow: Gradients,
  nSlots: number,
  options: StepOptions,
): Update {
  const { kernels, layers, arrays } = network;
  const stored = flow.beside(gradients);
  const kept = Array.from({ length: nSlots }, (_, s) => flow.beside(slots + s));
  const parameters = layers.flatMap((_, l) =>
    (['weights', 'biases'] as const).map(name => ({
      values: arrays[l]![name],
      gradient: stored[l]![name],
      slots: kept.map(each => each[l]![name]),
      isWeight: name === 'weights',
      selection: null,
    })),
  );
  return (nRows, learningRate, step, withStatistics) => {
    for (let l = layers.length - 1; l >= 0; l--) {
      if (l > 0) flow.below(l, nRows);
      flow.weights(kernels.weightsStore, l, nRows, 0, gradients);
      flow.biases(kernels.biasesStore, l, nRows, 0, gradients);
    }
    const before = withStatistics
      ? arrays.map(({ weights }, l) => ({ weights: weights.slice(), d: norm(stored[l]!.weights) }))
      : null;
    updateParameters(parameters, options, learningRate, step);
    return before?.map(({ weights, d }, l) => layerStatistics(weights, arrays[l]!.weights, d)) ?? null;
  };
}
