import type { FloatArray } from './array';

/** Weights of one fully connected layer. */
export interface DenseParameters {
  /** (inputs, outputs), row-major. */
  readonly weights: FloatArray;
  /** (outputs). */
  readonly biases: FloatArray;
}

/**
 * Affine map of a fully connected layer, Z = X W + b.
 * @param z (batch, outputs), row-major, overwritten
 * @param x (batch, inputs), row-major
 */
export function denseForward(
  z: FloatArray,
  x: FloatArray,
  { weights, biases }: DenseParameters,
  nRows: number,
) {
  const nOutputs = biases.length;
  const nInputs = weights.length / nOutputs;
  for (let n = 0; n < nRows; n++) {
    const zRow = n * nOutputs;
    z.set(biases, zRow);
    for (let i = 0; i < nInputs; i++) {
      const value = x[n * nInputs + i]!;
      const wRow = i * nOutputs;
      for (let o = 0; o < nOutputs; o++) z[zRow + o]! += value * weights[wRow + o]!;
    }
  }
}

/**
 * Gradients of the affine map: dX = dZ Wᵀ, dW = Xᵀ dZ, db = column sums of dZ.
 * @param dx (batch, inputs), overwritten; null for the first layer, where nobody needs it
 * @param d  gradients of the layer's parameters, overwritten; sums over the batch, no mean
 * @param dz (batch, outputs), d(loss)/dZ
 * @param x  (batch, inputs), what the forward pass saw
 */
export function denseBackward(
  dx: FloatArray | null,
  d: DenseParameters,
  dz: FloatArray,
  x: FloatArray,
  { weights, biases }: DenseParameters,
  nRows: number,
) {
  const nOutputs = biases.length;
  const nInputs = weights.length / nOutputs;
  d.weights.fill(0);
  d.biases.fill(0);
  for (let n = 0; n < nRows; n++) {
    const zRow = n * nOutputs;
    for (let o = 0; o < nOutputs; o++) d.biases[o]! += dz[zRow + o]!;
    for (let i = 0; i < nInputs; i++) {
      const value = x[n * nInputs + i]!;
      const wRow = i * nOutputs;
      let sum = 0;
      for (let o = 0; o < nOutputs; o++) {
        const gradient = dz[zRow + o]!;
        d.weights[wRow + o]! += value * gradient;
        sum += gradient * weights[wRow + o]!;
      }
      if (dx) dx[n * nInputs + i] = sum;
    }
  }
}
