import type { Normalization } from '../normalizations';
import { varianceEpsilon } from './varianceEpsilon';

/**
 * Each sample's sums get mean 0 and variance 1 over the units of the layer, then a gain and a shift a unit:
 * y = gain (z − μ) / √(σ² + ε) + shift. It depends on nothing but the sample itself.
 * With x̂ the normalised value and g = gain ⊙ dy: dz = (g − mean(g) − x̂ mean(g x̂)) / √(σ² + ε).
 * Source: Ba, Kiros, Hinton 2016, equations 3 and 4.
 */
export const layerNorm: Normalization = {
  isRunning: false,
  forward({ z, normalized, inverseDeviations }, { gain, shift }, { nRows, nColumns, stride }) {
    for (let n = 0; n < nRows; n++) {
      const row = n * stride;
      let mean = 0;
      for (let i = 0; i < nColumns; i++) mean += z[row + i]!;
      mean /= nColumns;
      let variance = 0;
      for (let i = 0; i < nColumns; i++) variance += (z[row + i]! - mean) ** 2;
      const inverse = 1 / Math.sqrt(variance / nColumns + varianceEpsilon);
      inverseDeviations[n] = inverse;
      for (let i = 0; i < nColumns; i++) {
        const value = (z[row + i]! - mean) * inverse;
        normalized[row + i] = value;
        z[row + i] = gain[i]! * value + shift[i]!;
      }
    }
  },
  backward(d, gradients, { normalized, inverseDeviations }, { gain }, { nRows, nColumns, stride }) {
    gradients.gain.fill(0);
    gradients.shift.fill(0);
    for (let n = 0; n < nRows; n++) {
      const row = n * stride;
      let sum = 0;
      let product = 0;
      for (let i = 0; i < nColumns; i++) {
        const dy = d[row + i]!;
        const value = normalized[row + i]!;
        gradients.gain[i]! += dy * value;
        gradients.shift[i]! += dy;
        sum += gain[i]! * dy;
        product += gain[i]! * dy * value;
      }
      const inverse = inverseDeviations[n]!;
      for (let i = 0; i < nColumns; i++) {
        const g = gain[i]! * d[row + i]!;
        d[row + i] = inverse * (g - sum / nColumns - (normalized[row + i]! * product) / nColumns);
      }
    }
  },
};
