import type { NumberLoss } from '../losses';

/**
 * Loss of one predicted number: the mean over the batch of f(d), d = output − target.
 * Outputs and targets are (batch), in the units of the targets; dOutputs becomes f′(d) / batch.
 */
export const ofDifference = (
  value: (d: number) => number,
  derivative: (d: number) => number,
): NumberLoss => ({
  predicts: 'number',
  outputActivation: 'linear',
  compute({ outputs, targets, sampleLosses, dOutputs }, nRows) {
    let total = 0;
    for (let n = 0; n < nRows; n++) {
      const difference = outputs[n]! - targets[n]!;
      const loss = value(difference);
      sampleLosses[n] = loss;
      total += loss;
      if (dOutputs) dOutputs[n] = derivative(difference) / nRows;
    }
    return total / nRows;
  },
});
