import { clipFactor } from '../clip';
import { layerStatistics } from '../statistics';
import type { StepOptions } from '../step';
import type { Region } from './arena';
import type { Fused } from './fusedOptimizers';
import type { Gradients } from './gradients';
import type { DenseNetwork } from './network';
import { bindSettings, type Update } from './updates';

const vectorLength = 4;

/** All gradients are stored first: how much of each is used depends on the norm of all. */
export function clippedUpdate(
  network: DenseNetwork,
  flow: Gradients,
  region: Region,
  optimizer: Fused,
  options: StepOptions,
): Update {
  const { kernels, layers, memory, arrays } = network;
  const update = kernels[`update${optimizer.name}`];
  const settings = bindSettings(memory, region, optimizer, options);
  const stored = flow.plans.map(({ beside: [gradient] }) => gradient!);

  const storeAll = (nRows: number) => {
    for (let l = layers.length - 1; l >= 0; l--) {
      if (l > 0) flow.below(l, nRows);
      flow.weights(kernels.weightsStore, l, nRows, 0, 0);
      flow.biases(kernels.biasesStore, l, nRows, 0, 0);
    }
  };
  const sumOfSquares = ({ address, length }: Region) => kernels.sumOfSquares(address, length / vectorLength);
  const clip = (squares: number) => {
    const factor = clipFactor(Math.sqrt(squares), options.gradientClipNorm);
    if (factor === 1) return;
    for (const { weights, biases } of stored) {
      kernels.scale(weights.address, weights.length / vectorLength, factor);
      kernels.scale(biases.address, biases.length / vectorLength, factor);
    }
  };

  return (nRows, learningRate, step, withStatistics) => {
    settings.write(learningRate, step);
    storeAll(nRows);
    const squares = stored.map(({ weights }) => sumOfSquares(weights));
    clip(stored.reduce((sum, { biases }, l) => sum + squares[l]! + sumOfSquares(biases), 0));
    const before = withStatistics ? arrays.map(({ weights }) => weights.slice()) : null;
    for (let l = 0; l < layers.length; l++) {
      flow.update(update, l, settings.weights);
      flow.update(update, l, settings.biases, 'biases');
    }
    return (
      before?.map((weights, l) => layerStatistics(weights, arrays[l]!.weights, Math.sqrt(squares[l]!))) ??
      null
    );
  };
}
