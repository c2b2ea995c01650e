import type { FloatArray } from '../array';
import type { Normalization, NormalizationArrays, NormalizationParameters } from '../normalizations';
import type { Rows } from '../rows';
import { varianceEpsilon } from './varianceEpsilon';

/** How much of the running figures a batch replaces; as in PyTorch. */
const momentum = 0.1;

/**
 * Each unit's sums get mean 0 and variance 1 over the batch, then a gain and a shift: y = gain x̂ + shift. Where nobody
 * trains, running figures of the training batches stand in: r ← 0.9 r + 0.1 of the batch, its variance with the
 * divisor n − 1. A batch of one sample leaves them as they are: it has no variance.
 * With g = gain ⊙ dy: dz = (g − mean(g) − x̂ mean(g x̂)) / √(σ² + ε), means over the batch; running figures do not
 * depend on the batch, so with them dz = g / √(σ² + ε).
 * Source: Ioffe and Szegedy 2015, algorithms 1 and 2.
 */
export const batchNorm: Normalization = {
  isRunning: true,
  forward(arrays, parameters, rows, isTraining) {
    const { z, normalized, inverseDeviations } = arrays;
    const { gain, shift, running } = parameters;
    const { nRows, nColumns, stride } = rows;
    const { mean, variance } = isTraining ? momentsOf(arrays, rows) : running!;
    if (isTraining) remember(running!, { mean, variance }, nRows);
    for (let i = 0; i < nColumns; i++) inverseDeviations[i] = 1 / Math.sqrt(variance[i]! + varianceEpsilon);
    for (let n = 0; n < nRows; n++) {
      const row = n * stride;
      for (let i = 0; i < nColumns; i++) {
        const value = (z[row + i]! - mean[i]!) * inverseDeviations[i]!;
        normalized[row + i] = value;
        z[row + i] = gain[i]! * value + shift[i]!;
      }
    }
  },
  backward(d, gradients, { normalized, inverseDeviations }, { gain }, rows, isTraining) {
    const { nRows, nColumns, stride } = rows;
    gradients.gain.fill(0);
    gradients.shift.fill(0);
    for (let n = 0; n < nRows; n++) {
      for (let i = 0; i < nColumns; i++) {
        gradients.gain[i]! += d[n * stride + i]! * normalized[n * stride + i]!;
        gradients.shift[i]! += d[n * stride + i]!;
      }
    }
    for (let n = 0; n < nRows; n++) {
      for (let i = 0; i < nColumns; i++) {
        const at = n * stride + i;
        const mean = (gradients.shift[i]! + normalized[at]! * gradients.gain[i]!) / nRows;
        d[at] = gain[i]! * inverseDeviations[i]! * (d[at]! - (isTraining ? mean : 0));
      }
    }
  },
};

/** Mean and variance (divisor n) of each unit over the batch. */
function momentsOf({ z }: NormalizationArrays, { nRows, nColumns, stride }: Rows) {
  const mean = new Float64Array(nColumns);
  const variance = new Float64Array(nColumns);
  for (let n = 0; n < nRows; n++) for (let i = 0; i < nColumns; i++) mean[i]! += z[n * stride + i]! / nRows;
  for (let n = 0; n < nRows; n++)
    for (let i = 0; i < nColumns; i++) variance[i]! += (z[n * stride + i]! - mean[i]!) ** 2 / nRows;
  return { mean, variance };
}

function remember(
  running: NonNullable<NormalizationParameters['running']>,
  { mean, variance }: { mean: FloatArray; variance: FloatArray },
  nRows: number,
) {
  if (nRows < 2) return;
  for (let i = 0; i < mean.length; i++) {
    running.mean[i] = (1 - momentum) * running.mean[i]! + momentum * mean[i]!;
    const unbiased = (variance[i]! * nRows) / (nRows - 1);
    running.variance[i] = (1 - momentum) * running.variance[i]! + momentum * unbiased;
  }
}
