import { type ActivationName, activations } from './activations';
import { type FloatArray, zerosLike } from './array';
import type { DenseParameters } from './dense';
import { type InitializerName, initializers } from './initializers';
import { type NormalizationName, type NormalizationParameters, normalizations } from './normalizations';
import type { Random } from './random';

/**
 * One fully connected layer with what follows on its sums: normalization, activation, dropout. The last layer has none
 * of them.
 */
export interface Layer extends DenseParameters {
  readonly activation: ActivationName | null;
  readonly normalization: NormalizationParameters | null;
  /** Share of its activations that become 0 in training. */
  readonly dropout: number;
}

/** A table of vectors: each choice of a sample becomes one of its rows, and they are inputs of the first layer. */
export interface Embedding {
  /** (size, width), row-major. */
  readonly weights: FloatArray;
  readonly width: number;
  /** Choices of a sample that are made in this table. */
  readonly nChoices: number;
}

/** The last `size` rows of the first weights are multiplied by nothing: a sample selects some of them. */
export interface Categories {
  readonly size: number;
  /** How many a sample selects. */
  readonly nChoices: number;
}

/**
 * The inputs of the first layer are the numbers of a sample, then its embedded choices, then the categories among which
 * its other choices are.
 */
export interface Network {
  readonly embeddings: readonly Embedding[];
  readonly categories: Categories | null;
  readonly layers: readonly Layer[];
}

export interface EmbeddingShape {
  readonly size: number;
  readonly width: number;
  readonly nChoices: number;
}

export interface Architecture {
  /** Numbers of a sample. */
  readonly nInputs: number;
  readonly embeddings?: readonly EmbeddingShape[] | undefined;
  readonly categories?: Categories | null | undefined;
  /** Units of each hidden layer; none is logistic (or linear) regression. */
  readonly hiddenSizes: readonly number[];
  /** One a hidden layer. */
  readonly activations: readonly ActivationName[];
  /** Of every hidden layer. */
  readonly normalization?: NormalizationName | null | undefined;
  /** One a hidden layer; none is no dropout. */
  readonly dropout?: readonly number[] | undefined;
  readonly nOutputs: number;
  /** `auto` is what suits each layer's activation. */
  readonly weightInit: 'auto' | InitializerName;
}

type Precision = Float32ArrayConstructor | Float64ArrayConstructor;

/** Scale of the last layer's first weights: small, so that the first loss is that of guessing, ln K. */
const lastLayerScale = 0.1;

/** A network with random weights and biases of 0. */
export function initNetwork(
  architecture: Architecture,
  random: Random,
  precision: Precision = Float32Array,
): Network {
  const { embeddings = [], categories = null, hiddenSizes, nOutputs } = architecture;
  const nRows = countRows(architecture);
  const widths = [...hiddenSizes, nOutputs];
  return {
    embeddings: embeddings.map(({ size, width, nChoices }) => ({
      ...{ width, nChoices },
      weights: new precision(size * width).map(() => random.normal()),
    })),
    categories,
    layers: widths.map((width, l) => {
      const nInputs = l === 0 ? nRows : widths[l - 1]!;
      // Of the rows that are selected, a sample meets only its own.
      const unmet = l === 0 && categories ? categories.size - categories.nChoices : 0;
      return initLayer(architecture, l, { nInputs, width, fanIn: nInputs - unmet }, random, precision);
    }),
  };
}

function initLayer(
  architecture: Architecture,
  l: number,
  { nInputs, width, fanIn }: { nInputs: number; width: number; fanIn: number },
  random: Random,
  precision: Precision,
): Layer {
  const activation = architecture.activations[l] ?? null;
  const suited = activation ? activations[activation].weightInit : 'glorot_uniform';
  const draw = initializers[architecture.weightInit === 'auto' ? suited : architecture.weightInit];
  const scale = activation ? 1 : lastLayerScale;
  const weights = new precision(nInputs * width);
  for (let i = 0; i < weights.length; i++) weights[i] = scale * draw(random, fanIn, width);
  const biases = new precision(width);
  const isHidden = l < architecture.hiddenSizes.length;
  const name = isHidden ? architecture.normalization : null;
  return {
    ...{ weights, biases, activation },
    normalization: name ? initNormalization(name, biases) : null,
    dropout: (isHidden && architecture.dropout?.[l]) || 0,
  };
}

const initNormalization = (name: NormalizationName, like: FloatArray): NormalizationParameters => ({
  name,
  gain: zerosLike(like).fill(1),
  shift: zerosLike(like),
  running: normalizations[name].isRunning
    ? { mean: zerosLike(like), variance: zerosLike(like).fill(1) }
    : null,
});

/** Rows of the first weights: one a number, an embedded number or a category. */
const countRows = ({ nInputs, embeddings = [], categories }: Architecture) =>
  embeddings.reduce((sum, { width, nChoices }) => sum + width * nChoices, nInputs) + (categories?.size ?? 0);

/** Parameters of the tables of embeddings. */
export const countEmbedded = ({ embeddings = [] }: Architecture): number =>
  embeddings.reduce((sum, { size, width }) => sum + size * width, 0);

export function countParameters(architecture: Architecture): number {
  const { hiddenSizes, nOutputs, normalization } = architecture;
  const embedded = countEmbedded(architecture);
  const normalized = normalization ? 2 * hiddenSizes.reduce((sum, size) => sum + size, 0) : 0;
  const sizes = [countRows(architecture), ...hiddenSizes, nOutputs];
  return sizes.slice(1).reduce((sum, size, l) => sum + (sizes[l]! + 1) * size, embedded + normalized);
}
