import type { FloatArray } from './array';
import { binaryCrossEntropy } from './losses/binaryCrossEntropy';
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

interface AnyLoss {
  /** What makes predictions of the outputs. */
  readonly outputActivation: 'softmax' | 'sigmoid' | 'linear';
  /** Computes in one pass what training and evaluation need; returns the mean loss over the batch. */
  readonly compute: (arrays: LossArrays, nRows: number, nOutputs: number, settings: LossSettings) => number;
}

/** A loss whose outputs are logits of classes. */
export interface ClassLoss extends AnyLoss {
  readonly predicts: 'class';
  /** How many classes it tells apart; null for any number. */
  readonly nClasses: number | null;
  /** Of all classes those that have an output of their own, in the order of the outputs. */
  readonly classesWithOutput: <T>(classes: readonly T[]) => readonly T[];
  /** Index of the class that the `nOutputs` logits from `offset` speak for; the first of equals. */
  readonly predict: (logits: FloatArray, offset: number, nOutputs: number) => number;
  /** (rows, classes), newly allocated, from logits (rows, outputs). */
  readonly probabilities: (logits: FloatArray, nRows: number, nOutputs: number) => FloatArray;
}

/** A loss whose one output is the predicted number. */
export interface NumberLoss extends AnyLoss {
  readonly predicts: 'number';
}

/** One record a loss. */
export type Loss = ClassLoss | NumberLoss;

/** Every loss by the name that the configuration uses. */
export const losses = {
  cross_entropy: crossEntropy,
  binary_cross_entropy: binaryCrossEntropy,
  mse: meanSquaredError,
  mae: meanAbsoluteError,
  huber,
} satisfies Record<string, Loss>;
export type LossName = keyof typeof losses;
