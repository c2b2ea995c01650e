import type { FloatArray } from './array';
import { crossEntropy } from './losses/crossEntropy';
import { huber } from './losses/huber';
import { meanAbsoluteError } from './losses/meanAbsoluteError';
import { meanSquaredError } from './losses/meanSquaredError';

/** (samples): class indices for classification, numbers for regression. */
export type Targets = Int32Array | FloatArray;

/** Arrays of one call; the first `nRows` rows of each are used. */
export interface LossArrays {
  /** (batch, outputs), row-major, of the last layer, before any activation. */
  readonly outputs: FloatArray;
  /** (batch). */
  readonly targets: Targets;
  /** (batch), overwritten with the loss of each sample, times the weight of its class. */
  readonly sampleLosses: FloatArray;
  /** (batch, outputs), overwritten with d(mean loss)/d(outputs); null when not needed. */
  readonly dOutputs: FloatArray | null;
}

/** What training may change about a loss of classes. */
export interface LossSettings {
  /** Share of each target that is spread evenly over all classes, in [0, 1). */
  readonly labelSmoothing: number;
  /** (classes), how much a sample of each class counts; null where all count 1. */
  readonly classWeights: readonly number[] | null;
}

/** The loss as people know it: every sample counts 1, and its target is one class. */
export const plainLoss: LossSettings = { labelSmoothing: 0, classWeights: null };

/** One record a loss. */
export interface Loss {
  /** Whether the outputs are one logit a class, or one number. */
  readonly predicts: 'class' | 'number';
  /** Computes in one pass what training and evaluation need; returns the mean loss over the batch. */
  readonly compute: (arrays: LossArrays, nRows: number, nOutputs: number, settings: LossSettings) => number;
}

/** Every loss by the name that the configuration uses. */
export const losses = {
  cross_entropy: crossEntropy,
  mse: meanSquaredError,
  mae: meanAbsoluteError,
  huber,
} satisfies Record<string, Loss>;
export type LossName = keyof typeof losses;
