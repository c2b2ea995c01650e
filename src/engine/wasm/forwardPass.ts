import type { ForwardPass } from '../evaluate';
import type { Examples } from '../examples';
import { type BatchPlan, batchViews, copyChoices, copyNumbers, passingBytes } from './batch';
import type { PlacedNetwork } from './network';

const floatBytes = 4;

/** Runs the network on samples from outside its memory. */
export function forwardPass(network: PlacedNetwork, batch: BatchPlan, examples: Examples): ForwardPass {
  const { layers, arrays, memory, kernels } = network;
  const views = batchViews(memory, batch);
  const passing = passingBytes(kernels, memory, batch, examples);
  return {
    maxRows: batch.nRows,
    widths: layers.map(({ shape }) => shape.nOutputs),
    activationNames: layers.map(({ activation }) => activation),
    run(start, nRows) {
      copyChoices(views, examples, start, nRows);
      if (passing) passing.gatherFrom(start, nRows);
      else copyNumbers(views, batch, examples, start, nRows);
      network.forward(nRows, false);
    },
    activations: l => ({ values: arrays[l]!.a, stride: layers[l]!.stride / floatBytes }),
  };
}
