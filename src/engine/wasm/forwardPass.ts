import type { ForwardPass } from '../evaluate';
import type { Examples } from '../examples';
import { floats } from './arena';
import { type BatchPlan, copySamples } from './batch';
import type { DenseNetwork } from './network';

const floatBytes = 4;

/** Runs the network on samples from outside its memory. */
export function forwardPass(network: DenseNetwork, batch: BatchPlan, examples: Examples): ForwardPass {
  const { layers, arrays, memory } = network;
  const inputs = floats(memory, batch.inputs);
  return {
    maxRows: batch.nRows,
    widths: layers.map(({ shape }) => shape.nOutputs),
    run(start, nRows) {
      copySamples(inputs, batch, examples, start, nRows);
      network.forward(batch.inputs.address, batch.stride, nRows);
    },
    activations: l => ({ values: arrays[l]!.a, stride: layers[l]!.stride / floatBytes }),
  };
}
