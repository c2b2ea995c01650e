import type { Loss } from '../losses';

/**
 * Mean of (output − target)² over the batch; dOutputs becomes 2 (output − target) / batch.
 * One output a sample, in the units of the targets.
 */
export const meanSquaredError: Loss = ({ outputs, targets, sampleLosses, dOutputs }, nRows) => {
  let total = 0;
  for (let n = 0; n < nRows; n++) {
    const difference = outputs[n]! - targets[n]!;
    const loss = difference * difference;
    sampleLosses[n] = loss;
    total += loss;
    if (dOutputs) dOutputs[n] = (2 * difference) / nRows;
  }
  return total / nRows;
};
