import type { ForwardPass } from '../evaluate';
import { type Examples, isBytes } from '../examples';
import { type BatchPlan, batchViews, copyChoices, copyNumbers } from './batch';
import { ByteInputs } from './byteInputs';
import type { DenseNetwork } from './network';

const floatBytes = 4;

/** Runs the network on samples from outside its memory. */
export function forwardPass(network: DenseNetwork, batch: BatchPlan, examples: Examples): ForwardPass {
  const { layers, arrays, memory, kernels } = network;
  const views = batchViews(memory, batch);
  const { inputs } = examples;
  const bytes =
    batch.bytes && isBytes(inputs)
      ? new ByteInputs(kernels, memory, batch.bytes.evaluated, batch, inputs)
      : null;
  return {
    maxRows: batch.nRows,
    widths: layers.map(({ shape }) => shape.nOutputs),
    run(start, nRows) {
      copyChoices(views, examples, start, nRows);
      if (bytes) bytes.gatherFrom(start, nRows);
      else copyNumbers(views, batch, examples, start, nRows);
      network.forward(nRows, null);
    },
    activations: l => ({ values: arrays[l]!.a, stride: layers[l]!.stride / floatBytes }),
  };
}
