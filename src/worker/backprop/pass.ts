/** One sample on its way through the network and back, as the reference implementation computes it. */

/** Arrays are of one sample and as long as the layer has units, but where they say so. */
export interface Pass {
  /** The numbers among the features, as the data has them. */
  readonly numbers: readonly ScaledNumber[];
  /** Which row of a table each of the other features selects: of the embeddings first, then among the first weights. */
  readonly choices: readonly ChosenRow[];
  readonly layers: readonly LayerPass[];
  /** The embeddings' rows that were chosen, each once. */
  readonly embeddings: readonly EmbeddingPass[];
  readonly outcome: OutcomePass;
  readonly update: UpdateRule;
}

/** x = (value − shift) / scale. */
export interface ScaledNumber {
  readonly name: string;
  /** In original units; null is missing, and `fill` stands in for it. */
  readonly value: number | null;
  readonly fill: number | null;
  readonly shift: number;
  readonly scale: number;
}

export interface ChosenRow {
  /** `colour`, or `t-1` of a text. */
  readonly name: string;
  /** Null where the training part does not have it: nothing is selected. */
  readonly choice: string | null;
  /** Of the embedding, (width); null where it is a row of the first weights. */
  readonly vector: Float32Array | null;
}

export interface LayerPass {
  readonly activation: string | null;
  /** Share of its activations that training drops out; in this pass, none. */
  readonly dropout: number;
  /** One for each number in `x`. */
  readonly inputNames: readonly string[];
  readonly unitNames: readonly string[];
  /** (inputs), what the weights are multiplied with; a chosen row of weights counts 1. */
  readonly x: Float32Array;
  /** How many of the inputs, the last ones, are chosen rows. */
  readonly nChosen: number;
  readonly biases: Float32Array;
  /** W x: for each unit the terms over the inputs, of which only the largest are here. */
  readonly forward: Terms;
  /** W x + b, before normalization. */
  readonly sums: Float32Array;
  readonly normalization: NormalizationPass | null;
  /** After normalization. */
  readonly z: Float32Array;
  readonly a: Float32Array;
  /** f′(z); empty in the last layer. */
  readonly slopes: Float32Array;
  readonly da: Float32Array;
  /** d(loss)/dz, and before normalization. */
  readonly dz: Float32Array;
  readonly dSums: Float32Array;
  /**
   * d(loss)/dx: for each input the terms over the units, of which only the largest are here; null in the first layer, but
   * for embedded inputs.
   */
  readonly backward: (Terms & { readonly firstInput: number; readonly sums: Float32Array }) | null;
  readonly weights: WeightGradients;
  readonly newBiases: Float32Array;
}

/** Sums of products, the largest terms of each first. */
export interface Terms {
  /** Of each sum, and how many of them are here. */
  readonly nTerms: number;
  readonly nShown: number;
  /** (sums, shown) what each term is of: an input, or a unit. */
  readonly of: Int32Array;
  /** (sums, shown) the weight, and its product with the other factor. */
  readonly weights: Float32Array;
  readonly products: Float32Array;
  /** (sums) of all other terms. */
  readonly rest: Float32Array;
}

/** Of the inputs with the largest |x|, that is with the largest gradients: (shown, units) each. */
export interface WeightGradients {
  /** (shown) among the inputs; in their order where all are here. */
  readonly of: Int32Array;
  readonly values: Float32Array;
  readonly d: Float32Array;
  readonly next: Float32Array;
}

export interface NormalizationPass {
  readonly name: string;
  /** What is subtracted, and what it is divided by. */
  readonly means: Float32Array;
  readonly deviations: Float32Array;
  readonly normalized: Float32Array;
  readonly gain: Float32Array;
  readonly shift: Float32Array;
  readonly dGain: Float32Array;
  readonly dShift: Float32Array;
  readonly newGain: Float32Array;
  readonly newShift: Float32Array;
  /** γ ⊙ d(loss)/dz; its mean over the units, and that of it times `normalized`: 0 with running figures. */
  readonly scaled: Float32Array;
  readonly meanScaled: number;
  readonly meanProduct: number;
}

export interface EmbeddingPass {
  readonly name: string;
  readonly row: string;
  /** (width) each; the gradient is summed over all places that chose the row. */
  readonly values: Float32Array;
  readonly d: Float32Array;
  readonly next: Float32Array;
}

export type OutcomePass = ClassOutcome | NumberOutcome;

interface AnyOutcome {
  readonly lossName: string;
  /** What training descends. */
  readonly loss: number;
  /** Without label smoothing and class weights, as the curves show it. */
  readonly plainLoss: number;
}

export interface ClassOutcome extends AnyOutcome {
  readonly kind: 'softmax' | 'sigmoid';
  readonly classNames: readonly string[];
  readonly trueClass: number;
  /** (classes) */
  readonly probabilities: Float32Array;
  /** (classes) t of the loss −Σ t ln p: 1 for the true class, but for label smoothing and class weights. */
  readonly targets: Float32Array;
  readonly labelSmoothing: number;
  readonly isWeighted: boolean;
}

/** Of the scaled target: value · scale + shift is in original units. */
export interface NumberOutcome extends AnyOutcome {
  readonly kind: 'linear';
  readonly name: string;
  readonly predicted: number;
  readonly target: number;
  readonly shift: number;
  readonly scale: number;
}

/** How a gradient becomes a step: clipped, with the penalty, by the optimizer's rule. */
export interface UpdateRule {
  readonly optimizer: string;
  /** Of the last step before these weights. */
  readonly learningRate: number;
  /** True where a step is −η d(loss)/dw and nothing else. */
  readonly isPlain: boolean;
  readonly weightDecay: number;
  readonly decouplesWeightDecay: boolean;
  /** Over all parameters, and what it is multiplied by so that it is not too long. */
  readonly gradientNorm: number;
  readonly clipFactor: number;
}
