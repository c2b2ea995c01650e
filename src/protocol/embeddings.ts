/** Rows of a table of embeddings as places on a map, and which of them are alike. */

export type ProjectionMethod = 'pca' | 'umap';

export interface Projection {
  readonly epoch: number;
  readonly method: ProjectionMethod;
  /** Rows of the table that are shown; of more, those with the longest vectors. */
  readonly rows: Uint32Array;
  readonly names: readonly string[];
  /** (rows, 2): x and y of each. */
  readonly points: Float32Array;
  /** Of the variance, the part along x and along y; null where the axes mean nothing. */
  readonly shares: readonly [number, number] | null;
  readonly nAll: number;
}

export interface Neighbours {
  readonly epoch: number;
  readonly row: number;
  readonly name: string;
  /** The most alike first; without the row itself. */
  readonly neighbours: readonly Neighbour[];
}

export interface Neighbour {
  readonly row: number;
  readonly name: string;
  /** Cosine of the angle between the two vectors, from −1 to 1. */
  readonly similarity: number;
}
