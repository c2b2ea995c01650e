/** Pictures of a model that has one or two numbers as inputs. */
import type { Axis } from '../data/plane';
import type { Split } from '../data/types';

export type { Axis } from '../data/plane';

export interface PlaneShape {
  readonly columns: number;
  readonly rows: number;
  /** Side of each unit's picture; 0 for none. */
  readonly unitSize: number;
}

/** Outputs over a grid of inputs: each value stands for the middle of its cell, the first row has the largest y. */
export interface Boundary extends PlaneShape {
  readonly epoch: number;
  /** x and y, or x alone; none where the model's inputs are no line and no plane: then all else is empty. */
  readonly axes: readonly Axis[];
  readonly outputs: ClassPlane | ValuePlane;
  /**
   * What each unit gives over the same range, (units, size, size) for each column of the network: its inputs as they are
   * scaled, its hidden layers after their activation, and its outputs as probabilities or in original units. Null where a
   * layer has too many units to be drawn.
   */
  readonly units: readonly Float32Array[] | null;
}

export interface ClassPlane {
  readonly kind: 'class';
  /** (rows, columns), indices into the run's class names. */
  readonly predicted: Uint16Array;
  /** (rows, columns), of that class. */
  readonly probability: Float32Array;
  /** (rows, columns, classes); null where there are too many classes. */
  readonly probabilities: Float32Array | null;
}

export interface ValuePlane {
  readonly kind: 'value';
  readonly name: string;
  /** (rows, columns), in original units. */
  readonly values: Float32Array;
}

/** The samples of the training and the validation part in that plane. */
export interface PlanePoints {
  readonly epoch: number;
  readonly parts: readonly PartPoints[];
}

export interface PartPoints {
  readonly split: Split;
  /** In the whole part, of which at most some thousand are here, evenly chosen. */
  readonly nSamples: number;
  /** (points) each: numbers of the samples in the part, and their 1-based lines of the source file if they have some. */
  readonly indices: Uint32Array;
  readonly lines: Uint32Array | null;
  /** One array of (points) a feature, in original units. */
  readonly coordinates: readonly Float32Array[];
  /** (points) each: indices of classes, or values in original units. */
  readonly actual: Float32Array;
  readonly predicted: Float32Array;
}

/** How good the model is on each part that it has. */
export interface Score {
  readonly epoch: number;
  readonly parts: readonly PartScore[];
}

export interface PartScore {
  readonly split: Split;
  readonly loss: number;
  /** Null for regression. */
  readonly accuracy: number | null;
}
