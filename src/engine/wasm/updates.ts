import { type GradientStatistics, type LayerStatistics, layerStatistics } from '../statistics';
import type { StepOptions } from '../step';
import { updateParameters } from '../update';
import { floats, type Region } from './arena';
import { type Fused, nSettings } from './fusedOptimizers';
import { watchGradients } from './gradientStatistics';
import type { Gradients } from './gradients';
import { listLearned } from './learned';
import type { PlacedNetwork } from './network';

const floatBytes = 4;
/** Where the kernels find the gradients, and what the optimizer keeps, beside the parameters. */
const gradients = 0;
const slots = 1;
/** Their gradients are stored always; they are few. */
export const normalized = ['gain', 'shift'] as const;

/** What follows on the gradient of the outputs: all others, and the update. */
export interface Update {
  readonly isInKernels: boolean;
  /** Writes what kernels read, before they are called. */
  prepare(learningRate: number, step: number): void;
  apply(
    nRows: number,
    learningRate: number,
    step: number,
    withStatistics: boolean,
    withHistograms: boolean,
  ): LayerStatistics[] | null;
}

/** Numbers of the settings: those of the weights, then those of the biases, which have no penalty. */
export const settingsLength = 2 * nSettings;

/** The settings of an optimizer, where its kernels read them. */
export function bindSettings(
  memory: WebAssembly.Memory,
  region: Region,
  optimizer: Fused,
  options: StepOptions,
) {
  const forWeights = floats(memory, region).subarray(0, nSettings);
  const forBiases = floats(memory, region).subarray(nSettings);
  return {
    weights: region.address,
    biases: region.address + nSettings * floatBytes,
    write(learningRate: number, step: number) {
      optimizer.settings(forWeights, options, learningRate, options.weightDecay, step);
      optimizer.settings(forBiases, options, learningRate, 0, step);
    },
  };
}

/** Each layer is updated as soon as the one below it has its gradient, straight from the registers. */
export function fusedUpdate(
  network: PlacedNetwork,
  flow: Gradients,
  region: Region,
  optimizer: Fused,
  options: StepOptions,
): Update {
  const { kernels, layers, memory } = network;
  const update = {
    weights: network.products.map(each => each.updateBy(optimizer.name)),
    biases: kernels[`biases${optimizer.name}`],
    stored: kernels[`update${optimizer.name}`],
    rows: kernels[`updateRows${optimizer.name}`],
  };
  const settings = bindSettings(memory, region, optimizer, options);
  const watch = watchWeights(network, flow);
  const watchGradient = watchGradients(network, flow);

  /** The same bits, with the gradient kept to look at. */
  const updateWatched = (l: number, nRows: number) => {
    flow.weights(flow.stores[l]!, l, nRows, settings.weights, gradients);
    flow.update(update.stored, l, settings.weights, 'weights');
  };

  return {
    isInKernels: true,
    prepare: settings.write,
    apply(nRows, _learningRate, _step, withStatistics, withHistograms) {
      const statistics = withStatistics ? watch() : null;
      for (let l = layers.length - 1; l >= 0; l--) {
        if (l > 0) flow.below(l, nRows);
        else flow.inputs(nRows);
        if (statistics) updateWatched(l, nRows);
        else flow.weights(update.weights[l]!, l, nRows, settings.weights, slots);
        flow.biases(update.biases, l, nRows, settings.biases, slots);
        for (const name of normalized) flow.update(update.stored, l, settings.biases, name);
      }
      flow.tables(nRows);
      for (const table of flow.tableTraining) table.update(update.rows, settings.weights);
      return statistics?.(watchGradient(withHistograms)) ?? null;
    },
  };
}

/** Keeps the weights as they are now, to compare them with what an update has made of them. */
export function watchWeights({ layers, arrays }: PlacedNetwork, { categories }: Gradients) {
  const weightsOf = (l: number) =>
    l === 0 && categories ? [arrays[0]!.weights, categories.values] : [arrays[l]!.weights];
  return () => {
    const before = layers.map((_, l) => weightsOf(l).map(weights => weights.slice()));
    return (gradients: readonly GradientStatistics[]): LayerStatistics[] =>
      before.map((weights, l) => layerStatistics(weights, weightsOf(l), gradients[l]!));
  };
}

/** All gradients, in the arrays beside the parameters. */
export function storeGradients({ kernels, layers }: PlacedNetwork, flow: Gradients, nRows: number) {
  for (let l = layers.length - 1; l >= 0; l--) {
    if (l > 0) flow.below(l, nRows);
    else flow.inputs(nRows);
    flow.weights(flow.stores[l]!, l, nRows, 0, gradients);
    flow.biases(kernels.biasesStore, l, nRows, 0, gradients);
  }
  flow.tables(nRows);
}

/** All gradients first, then whatever the reference makes of them. */
export function referenceUpdate(
  network: PlacedNetwork,
  flow: Gradients,
  nSlots: number,
  options: StepOptions,
): Update {
  const { layers, arrays } = network;
  const stored = flow.beside(gradients);
  const kept = Array.from({ length: nSlots }, (_, s) => flow.beside(slots + s));
  const dense = layers.flatMap((_, l) =>
    listLearned(stored[l]!).map(({ name, value }) => ({
      values: arrays[l]![name]!,
      gradient: value,
      slots: kept.map(each => each[l]![name]!),
      isWeight: name === 'weights',
      selection: null,
    })),
  );
  const parameters = [...dense, ...flow.tableTraining.map(({ parameter }) => parameter)];
  const watch = watchWeights(network, flow);
  const watchGradient = watchGradients(network, flow);
  const apply: Update['apply'] = (nRows, learningRate, step, withStatistics, withHistograms) => {
    storeGradients(network, flow, nRows);
    const gradientStatistics = withStatistics ? watchGradient(withHistograms) : [];
    const statistics = withStatistics ? watch() : null;
    updateParameters(parameters, options, learningRate, step);
    return statistics?.(gradientStatistics) ?? null;
  };
  return { isInKernels: false, prepare: () => {}, apply };
}
