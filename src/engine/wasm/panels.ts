import type { FloatArray } from '../array';

const floatBytes = 4;
const panelColumns = 8;
const tailColumns = 4;
/** Between two panels: without it, panels of a power of two fall on the same lines of the cache. */
const gap = 16;

/**
 * How the weights of a layer lie in memory, permanently: cut into panels of eight columns (outputs), each row-major,
 * so that a tile of outputs reads its weights one after another. The last panel has four columns where four are
 * enough. Columns and rows that only fill up are 0.
 */
export interface PanelShape {
  readonly nInputs: number;
  readonly nOutputs: number;
  /** Panels of eight columns. */
  readonly nPanels: number;
  readonly hasTail: boolean;
  /** From one panel to the next, in numbers. */
  readonly panelLength: number;
  /** Outputs with those that fill up. */
  readonly nColumns: number;
  /** Numbers of the whole array. */
  readonly length: number;
}

/** Strides of a multiple of this fall on few lines of the cache. */
const badStride = 256;

/** Numbers from one row to the next. */
export const rowLength = (nColumns: number) => (nColumns % badStride === 0 ? nColumns + 16 : nColumns);

export const roundUp = (value: number, multiple: number) => Math.ceil(value / multiple) * multiple;

export function panelShape(nInputs: number, nOutputs: number): PanelShape {
  const hasTail = nOutputs % panelColumns > 0 && nOutputs % panelColumns <= tailColumns;
  const nPanels = hasTail ? Math.floor(nOutputs / panelColumns) : Math.ceil(nOutputs / panelColumns);
  const nRows = roundUp(nInputs, tailColumns);
  const panelLength = nRows * panelColumns + gap;
  return {
    ...{ nInputs, nOutputs, nPanels, hasTail, panelLength },
    nColumns: nPanels * panelColumns + (hasTail ? tailColumns : 0),
    length: nPanels * panelLength + (hasTail ? nRows * tailColumns : 0),
  };
}

export const strideBytesOf = ({ panelLength }: PanelShape) => panelLength * floatBytes;

/** @param inputs of the saved rows, in their order; those of all others keep the weight 0 */
export function pack(panels: Float32Array, weights: FloatArray, shape: PanelShape, inputs: Uint32Array) {
  forEachColumn(shape, (o, first, step) => {
    for (const [i, input] of inputs.entries())
      panels[first + input * step] = weights[i * shape.nOutputs + o]!;
  });
}

export function unpack(weights: FloatArray, panels: Float32Array, shape: PanelShape, inputs: Uint32Array) {
  forEachColumn(shape, (o, first, step) => {
    for (const [i, input] of inputs.entries())
      weights[i * shape.nOutputs + o] = panels[first + input * step]!;
  });
}

/** Where the weights of each output begin, and how far apart they are. */
export function columnPlaces(shape: PanelShape) {
  const places = { begins: new Uint32Array(shape.nOutputs), steps: new Uint32Array(shape.nOutputs) };
  forEachColumn(shape, (o, first, step) => {
    places.begins[o] = first;
    places.steps[o] = step;
  });
  return places;
}

/** @param visit is told where the weights of output `o` begin, and how far apart they are */
function forEachColumn(
  { nPanels, panelLength, nOutputs }: PanelShape,
  visit: (o: number, first: number, step: number) => void,
) {
  for (let o = 0; o < nOutputs; o++) {
    const panel = Math.floor(o / panelColumns);
    visit(o, panel * panelLength + (o % panelColumns), panel < nPanels ? panelColumns : tailColumns);
  }
}
