import { copyRows, type FloatArray } from '../array';
import { type PanelShape, pack, unpack } from './panels';

/** An array of a state and its place in a module's memory, where the order of the numbers is another one. */
export interface Stored {
  /** Brings the numbers to the kernels, and back. */
  pack(): void;
  unpack(): void;
}

/** Weights in panels. @param inputs of their rows */
export const inPanels = (
  saved: FloatArray,
  live: Float32Array,
  shape: PanelShape,
  inputs: Uint32Array,
): Stored => ({
  pack: () => pack(live, saved, shape, inputs),
  unpack: () => unpack(saved, live, shape, inputs),
});

/** Row-major in both, where each row may be filled up to `nColumns`. */
export const inRows = (saved: FloatArray, live: Float32Array, width: number, nColumns: number): Stored => ({
  pack: () => copyRows(live, nColumns, saved, width, width, saved.length / width),
  unpack: () => copyRows(saved, width, live, nColumns, width, saved.length / width),
});
