import type { ImageShape } from '../data/types';

export interface Weights {
  readonly epoch: number;
  /** Of embeddings: a row of learned numbers for each category. */
  readonly tables: readonly LayerWeights[];
  readonly layers: readonly LayerWeights[];
  /** The shape in which the inputs are an image. */
  readonly image: ImageShape | null;
}

export interface LayerWeights {
  readonly name: string;
  readonly activation: string;
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  /** (inputs, outputs), row-major. */
  readonly weights: Float32Array;
  /** (outputs); none for a table of embeddings. */
  readonly biases: Float32Array;
}
