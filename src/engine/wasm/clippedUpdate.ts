import { clipFactor } from '../clip';
import type { StepOptions } from '../step';
import type { Region } from './arena';
import type { Fused } from './fusedOptimizers';
import { watchGradients } from './gradientStatistics';
import type { Gradients } from './gradients';
import { listLearned } from './learned';
import type { PlacedNetwork } from './network';
import { bindSettings, normalized, storeGradients, type Update, watchWeights } from './updates';

const vectorLength = 4;

/** All gradients are stored first: how much of each is used depends on the norm of all. */
export function clippedUpdate(
  network: PlacedNetwork,
  flow: Gradients,
  region: Region,
  optimizer: Fused,
  options: StepOptions,
): Update {
  const { kernels, layers, memory } = network;
  const update = kernels[`update${optimizer.name}`];
  const updateRows = kernels[`updateRows${optimizer.name}`];
  const settings = bindSettings(memory, region, optimizer, options);
  const watch = watchWeights(network, flow);
  const watchGradient = watchGradients(network, flow);
  const stored = flow.plans.flatMap(({ beside: [gradient] }) =>
    listLearned(gradient!).map(({ value }) => value),
  );

  const squareNorm = () => {
    let sum = 0;
    for (const { address, length } of stored) sum += kernels.sumOfSquares(address, length / vectorLength);
    for (const { gradientNorm } of flow.tableTraining) sum += gradientNorm ** 2;
    return sum;
  };
  const scale = (factor: number) => {
    for (const { address, length } of stored) kernels.scale(address, length / vectorLength, factor);
    for (const table of flow.tableTraining) table.scaleGradients(factor);
  };

  const apply: Update['apply'] = (nRows, _learningRate, _step, withStatistics, withHistograms) => {
    storeGradients(network, flow, nRows);
    const gradientStatistics = withStatistics ? watchGradient(withHistograms) : [];
    const statistics = withStatistics ? watch() : null;
    const factor = clipFactor(Math.sqrt(squareNorm()), options.gradientClipNorm);
    if (factor !== 1) scale(factor);
    for (let l = 0; l < layers.length; l++) {
      flow.update(update, l, settings.weights, 'weights');
      for (const name of ['biases', ...normalized] as const) flow.update(update, l, settings.biases, name);
    }
    for (const table of flow.tableTraining) table.update(updateRows, settings.weights);
    return statistics?.(gradientStatistics) ?? null;
  };
  return { isInKernels: false, prepare: settings.write, apply };
}
