/** A small network, weight by weight. */
export interface Weights {
  readonly epoch: number;
  /** None where one of them is too wide. */
  readonly layers: readonly LayerWeights[];
  /** The first layer, or the inputs, with more units than are told apart in a picture; null where there is none. */
  readonly tooWide: { readonly name: string; readonly n: number } | null;
}

export interface LayerWeights {
  readonly name: string;
  readonly activation: string;
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  /** (inputs, outputs), row-major. */
  readonly weights: Float32Array;
  /** (outputs) */
  readonly biases: Float32Array;
}
