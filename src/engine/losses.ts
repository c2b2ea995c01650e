import type { FloatArray } from './array';
import { crossEntropy } from './losses/crossEntropy';
import { meanSquaredError } from './losses/meanSquaredError';

/** (samples): class indices for classification, numbers for regression. */
export type Targets = Int32Array | FloatArray;

/** Arrays of one call; the first `nRows` rows of each are used. */
export interface LossArrays {
  /** (batch, outputs), row-major, of the last layer, before any activation. */
  readonly outputs: FloatArray;
  /** (batch). */
  readonly targets: Targets;
  /** (batch), overwritten with the loss of each sample. */
  readonly sampleLosses: FloatArray;
  /** (batch, outputs), overwritten with d(mean loss)/d(outputs); null when not needed. */
  readonly dOutputs: FloatArray | null;
}

/** Computes in one pass what training and evaluation need; returns the mean loss over the batch. */
export type Loss = (arrays: LossArrays, nRows: number, nOutputs: number) => number;

/** Every loss by its name in the field. */
export const losses = { cross_entropy: crossEntropy, mse: meanSquaredError } satisfies Record<string, Loss>;
export type LossName = keyof typeof losses;
