/** What the layers have learned, as far as a view shows it. */
import type { ImageShape } from '../data/types';

export interface LayerList {
  readonly epoch: number;
  /** Tables of embeddings, then the layers. */
  readonly layers: readonly LayerSummary[];
  /** The shape in which the inputs of the first layer are an image. */
  readonly image: ImageShape | null;
}

export interface LayerSummary {
  readonly name: string;
  /** A table of embeddings has a row of learned numbers for each category. */
  readonly kind: 'table' | 'layer';
  readonly activation: string;
  readonly nRows: number;
  readonly nColumns: number;
  readonly nParameters: number;
  /** Of all weights as one vector, without biases. */
  readonly norm: number;
}

/** As the model has them, longest weight vector first, or by the alphabet. */
export type RowOrder = 'model' | 'norm' | 'name';

/** Weights of a layer with names for rows and columns; of a large layer, some of them. */
export interface LayerMatrix {
  readonly epoch: number;
  readonly name: string;
  readonly rows: MatrixSide;
  readonly columns: MatrixSide;
  /** (rows, columns) of those that are shown, row-major. */
  readonly weights: Float32Array;
  readonly vectors: readonly UnitVector[];
  /** Largest magnitude of all weights, biases and shifts of the layer, also of those that are not shown. */
  readonly limit: number;
  readonly largest: readonly Entry[];
}

/** Inputs or units; of more than are shown, those with the longest weight vectors. */
export interface MatrixSide {
  readonly names: readonly string[];
  /** Length of the weight vector of each. */
  readonly norms: Float32Array;
  /** How many there are that suit the search, shown or not. */
  readonly nFound: number;
  readonly nAll: number;
}

/** A number a unit; of the columns that are shown. */
export interface UnitVector {
  readonly name: 'bias' | 'gain' | 'shift';
  readonly values: Float32Array;
}

/** One weight by the names of its row and its column. */
export interface Entry {
  readonly row: string;
  readonly column: string;
  readonly value: number;
}

/** Units of the first layer as images of what excites them most. */
export interface UnitImages {
  readonly epoch: number;
  readonly image: ImageShape;
  readonly units: readonly UnitImage[];
  readonly nAll: number;
  /** Largest magnitude of all weights of the layer. */
  readonly limit: number;
}

export interface UnitImage {
  /** 0-based in the layer. */
  readonly unit: number;
  readonly name: string;
  readonly norm: number;
  readonly bias: number;
  /** (height, width), row-major. */
  readonly weights: Float32Array;
}
