import { copyRows, type FloatArray, zerosLike } from './array';
import { chunkRows } from './evaluate';
import type { Network } from './network';
import { createWorkspace, forward } from './propagate';

/**
 * What layers give for samples that are numbers and nothing else, with the weights as they are and without dropout.
 * @param inputs (samples, inputs), row-major, scaled as in training
 * @param wanted the layers to look at, 0 is the first one
 * @returns for each of them (samples, outputs), row-major, newly allocated: after the activation, and of the last layer
 *   logits or predicted values
 */
export function layerOutputs(
  network: Network,
  inputs: FloatArray,
  nSamples: number,
  wanted: readonly number[],
): FloatArray[] {
  const nInputs = inputs.length / nSamples;
  const nChunk = Math.min(chunkRows, nSamples);
  const workspace = createWorkspace(network, nChunk);
  const widths = wanted.map(l => network.layers[l]!.biases.length);
  const outputs = widths.map(width => zerosLike(inputs, nSamples * width));
  const selected = new Int32Array();
  for (let start = 0; start < nSamples; start += nChunk) {
    const nRows = Math.min(nChunk, nSamples - start);
    const chunk = inputs.subarray(start * nInputs, (start + nRows) * nInputs);
    forward(network, workspace, { inputs: chunk, selected }, nRows, null);
    for (const [i, l] of wanted.entries()) {
      const width = widths[i]!;
      copyRows(outputs[i]!.subarray(start * width), width, workspace.layers[l]!.a, width, width, nRows);
    }
  }
  return outputs;
}
