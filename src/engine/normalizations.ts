import type { FloatArray } from './array';
import { batchNorm } from './normalizations/batchNorm';
import { layerNorm } from './normalizations/layerNorm';
import type { Rows } from './rows';

/** What a normalization learns, and what it remembers; (units) each. */
export interface NormalizationParameters {
  readonly name: NormalizationName;
  readonly gain: FloatArray;
  readonly shift: FloatArray;
  /** Running figures of the training batches; null where every sample is normalised by itself. */
  readonly running: { readonly mean: FloatArray; readonly variance: FloatArray } | null;
}

/** Arrays of one call. */
export interface NormalizationArrays {
  /** (batch, units): the weighted sums, overwritten with gain · normalised + shift. */
  readonly z: FloatArray;
  /** (batch, units), overwritten: normalised, before gain and shift. */
  readonly normalized: FloatArray;
  /** Overwritten with 1 / √(variance + ε) of each row or of each unit; as long as the larger number of them. */
  readonly inverseDeviations: FloatArray;
}

/** Gradients of what a normalization learns; (units) each, overwritten. */
export type NormalizationGradients = Pick<NormalizationParameters, 'gain' | 'shift'>;

/** One record a normalization. It stands between a layer's weighted sums and its activation. */
export interface Normalization {
  /** Whether it keeps running figures, which it uses where nobody trains. */
  readonly isRunning: boolean;
  readonly forward: (
    arrays: NormalizationArrays,
    parameters: NormalizationParameters,
    rows: Rows,
    isTraining: boolean,
  ) => void;
  /**
   * The gradient through what `forward` did last, in training or not.
   * @param d (batch, units): d(loss)/d(its outputs), overwritten with d(loss)/d(its inputs)
   */
  readonly backward: (
    d: FloatArray,
    gradients: NormalizationGradients,
    arrays: NormalizationArrays,
    parameters: NormalizationParameters,
    rows: Rows,
    isTraining: boolean,
  ) => void;
}

/** Every normalization by the name that the configuration uses. */
export const normalizations = {
  layer_norm: layerNorm,
  batch_norm: batchNorm,
} satisfies Record<string, Normalization>;
export type NormalizationName = keyof typeof normalizations;
