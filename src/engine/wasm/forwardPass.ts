import type { ForwardPass } from '../evaluate';
import type { Examples } from '../examples';
import { type BatchPlan, batchViews, copySamples } from './batch';
import type { DenseNetwork } from './network';

const floatBytes = 4;

/** Runs the network on samples from outside its memory. */
export function forwardPass(network: DenseNetwork, batch: BatchPlan, examples: Examples): ForwardPass {
  const { layers, arrays, memory } = network;
  const views = batchViews(memory, batch);
  return {
    maxRows: batch.nRows,
    widths: layers.map(({ shape }) => shape.nOutputs),
    activationNames: layers.map(({ activation }) => activation),
    run(start, nRows) {
      copySamples(views, batch, examples, start, nRows);
      network.forward(nRows, false);
    },
    activations: l => ({ values: arrays[l]!.a, stride: layers[l]!.stride / floatBytes }),
  };
}
