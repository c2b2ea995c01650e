import { norm } from '../array';
import { clipFactor } from '../clip';
import type { StepOptions } from '../step';
import { type UpdatedParameter, updateParameters } from '../update';
import type { Region } from './arena';
import type { Fused } from './fusedOptimizers';
import type { Gradients } from './gradients';
import type { DenseNetwork } from './network';
import { bindSettings, gradientNorms, storeGradients, type Update, watchWeights } from './updates';

const vectorLength = 4;

/** All gradients are stored first: how much of each is used depends on the norm of all. */
export function clippedUpdate(
  network: DenseNetwork,
  flow: Gradients,
  region: Region,
  optimizer: Fused,
  unfused: readonly UpdatedParameter[],
  options: StepOptions,
): Update {
  const { kernels, layers, memory } = network;
  const update = kernels[`update${optimizer.name}`];
  const updateRows = kernels[`updateRows${optimizer.name}`];
  const settings = bindSettings(memory, region, optimizer, options);
  const watch = watchWeights(network, flow);
  const stored = flow.plans.flatMap(({ beside: [gradient] }) => [gradient!.weights, gradient!.biases]);

  const squareNorm = () => {
    let sum = 0;
    for (const { address, length } of stored) sum += kernels.sumOfSquares(address, length / vectorLength);
    for (const { gradientNorm } of flow.tableTraining) sum += gradientNorm ** 2;
    for (const { gradient } of unfused) sum += norm(gradient) ** 2;
    return sum;
  };
  const scale = (factor: number) => {
    for (const { address, length } of stored) kernels.scale(address, length / vectorLength, factor);
    for (const table of flow.tableTraining) table.scaleGradients(factor);
    for (const { gradient } of unfused) for (let i = 0; i < gradient.length; i++) gradient[i]! *= factor;
  };

  const apply: Update['apply'] = (nRows, learningRate, step, withStatistics) => {
    storeGradients(network, flow, nRows);
    const norms = withStatistics ? gradientNorms(flow) : [];
    const statistics = withStatistics ? watch() : null;
    const factor = clipFactor(Math.sqrt(squareNorm()), options.gradientClipNorm);
    if (factor !== 1) scale(factor);
    for (let l = 0; l < layers.length; l++) {
      flow.update(update, l, settings.weights);
      flow.update(update, l, settings.biases, 'biases');
    }
    for (const table of flow.tableTraining) table.update(updateRows, settings.weights);
    // They are clipped already; the other options may have changed since the last step.
    if (unfused.length > 0)
      updateParameters(unfused, { ...options, gradientClipNorm: 0 }, learningRate, step);
    return statistics?.(norms) ?? null;
  };
  return { isInKernels: false, prepare: settings.write, apply };
}
