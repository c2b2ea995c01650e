import type { KernelExports } from '../wasm/exports';

/**
 * How one call of a kernel is divided: by the columns of its result. Each number is computed by one thread, in the order
 * in which one thread alone would do it, so the bits are the same however it is cut. The same columns of all arrays
 * come to the same thread, as far as they do, so that they stay in its cache.
 */
export interface Cut<Arguments extends readonly number[] = readonly number[]> {
  /** What it can be cut into: panels, or a few columns each. */
  nUnits(args: Arguments): number;
  /** Multiplications. */
  work(args: Arguments): number;
  /** The arguments for the units from `start` to the one before `end`. */
  part(args: Arguments, start: number, end: number): number[];
}

const floatBytes = 4;
const panelColumns = 8;
const tailColumns = 4;
/** Columns of a vector. */
const lanes = 4;

/** All columns, with those of the narrow panel where there is one. */
const countColumns = (nPanels: number, tail: number) => nPanels * panelColumns + (tail ? tailColumns : 0);

/** Of the panels from `start` to the one before `end`, how many are wide and how many narrow; the narrow one is the last. */
function countPanels(nPanels: number, start: number, end: number) {
  const nWide = Math.min(end, nPanels) - start;
  return [nWide, end - start - nWide] as const;
}

type Forward = [
  ...[x: number, xStride: number, weights: number, panelStride: number, nPanels: number, hasTail: number],
  ...[biases: number, z: number, zStride: number, nInputs: number, nRows: number, hasRelu: number],
];

const forward: Cut<Forward> = {
  nUnits: ([, , , , nPanels, hasTail]) => nPanels + hasTail,
  work: ([, , , , nPanels, tail, , , , nInputs, nRows]) => nInputs * nRows * countColumns(nPanels, tail),
  part([x, xStride, weights, panelStride, nPanels, , biases, z, ...rest], start, end) {
    const columns = start * panelColumns * floatBytes;
    const panels = countPanels(nPanels, start, end);
    const place = [weights + start * panelStride, panelStride, ...panels, biases + columns, z + columns];
    return [x, xStride, ...place, ...rest];
  },
};

type InputGradient = [
  ...[dz: number, dzStride: number, weights: number, panelStride: number, nPanels: number, tail: number],
  ...[dx: number, activation: number, xStride: number, nInputs: number, nRows: number, hasRelu: number],
];

/** Columns of dX: a line of the cache, which two threads should not write to. */
const lineColumns = 16;

const inputGradient: Cut<InputGradient> = {
  nUnits: ([, , , , , , , , , nInputs]) => Math.ceil(nInputs / lineColumns),
  work: ([, , , , nPanels, tail, , , , nInputs, nRows]) => nInputs * nRows * countColumns(nPanels, tail),
  part([dz, dzStride, w, panelStride, nPanels, tail, dx, a, xStride, nInputs, ...rest], start, end) {
    const first = start * lineColumns;
    const columns = first * floatBytes;
    // Inputs are the rows of the weights.
    const wide = w + columns * panelColumns;
    const narrow = tail && tail + columns * tailColumns;
    const n = Math.min(end * lineColumns, nInputs) - first;
    return [dz, dzStride, wide, panelStride, nPanels, narrow, dx + columns, a + columns, xStride, n, ...rest];
  },
};

type Weights = [
  ...[x: number, xStride: number, dz: number, dzStride: number, nRows: number],
  ...[weights: number, panelStride: number, nPanels: number, hasTail: number, nInputs: number],
  ...[settings: number, slot0: number, slot1: number],
];

const weights: Cut<Weights> = {
  nUnits: ([, , , , , , , nPanels, hasTail]) => nPanels + hasTail,
  work: ([, , , , nRows, , , nPanels, hasTail, nInputs]) => nInputs * nRows * countColumns(nPanels, hasTail),
  part([x, xStride, dz, dzStride, nRows, w, panelStride, nPanels, , ...rest], start, end) {
    const columns = start * panelColumns * floatBytes;
    const panels = countPanels(nPanels, start, end);
    return [
      x,
      xStride,
      dz + columns,
      dzStride,
      nRows,
      w + start * panelStride,
      panelStride,
      ...panels,
      ...rest,
    ];
  },
};

type SparseForward = [
  ...[entries: number, entryStride: number, counts: number, weights: number, weightStride: number],
  ...[biases: number, z: number, zStride: number, nRows: number, hasRelu: number, nVectors: number],
];

/** Vectors of a line of the cache. */
const lineVectors = 4;
const entryBytes = 8;
/** Of the numbers that lists have room for, those that count: a guess. */
const density = 0.25;

/** Of the columns from those of line `start` to those before line `end`: the bytes before them, and their vectors. */
function linesOf(nVectors: number, start: number, end: number) {
  const first = start * lineVectors;
  return [first * lanes * floatBytes, Math.min(end * lineVectors, nVectors) - first] as const;
}

const sparseForward: Cut<SparseForward> = {
  nUnits: args => Math.ceil(args[10] / lineVectors),
  work: ([, entryStride, , , , , , , nRows, , nVectors]) =>
    (entryStride / entryBytes) * density * nRows * nVectors * lanes,
  part([entries, entryStride, counts, w, weightStride, biases, z, zStride, ...rest], start, end) {
    const [nRows, hasRelu, nVectors] = rest;
    const [before, n] = linesOf(nVectors, start, end);
    const place = [w + before, weightStride, biases + before, z + before, zStride];
    return [entries, entryStride, counts, ...place, nRows, hasRelu, n];
  },
};

type SparseWeights = [
  ...[lists: number, listStride: number, ends: number, dz: number, weights: number, weightStride: number],
  ...[nInputs: number, settings: number, slot0: number, slot1: number, nVectors: number],
];

const sparseWeights: Cut<SparseWeights> = {
  nUnits: args => Math.ceil(args[10] / lineVectors),
  work: ([, listStride, , , , , nInputs, , , , nVectors]) =>
    (listStride / entryBytes) * density * nInputs * nVectors * lanes,
  part([lists, listStride, ends, dz, w, weightStride, nInputs, ...rest], start, end) {
    const [settings, slot0, slot1, nVectors] = rest;
    const [before, n] = linesOf(nVectors, start, end);
    return [
      ...[lists, listStride, ends, dz + before, w + before, weightStride, nInputs],
      ...[settings, slot0, slot1, n],
    ];
  },
};

/** The kernels that are worth dividing; all others are called by one thread. */
export const cuts = {
  forward: asCut(forward),
  inputGradient: asCut(inputGradient),
  weightsStore: asCut(weights),
  weightsSgd: asCut(weights),
  weightsMomentum: asCut(weights),
  weightsNesterov: asCut(weights),
  weightsRmsprop: asCut(weights),
  weightsAdagrad: asCut(weights),
  weightsAdam: asCut(weights),
  sparseForward: asCut(sparseForward),
  sparseWeightsStore: asCut(sparseWeights),
  sparseWeightsSgd: asCut(sparseWeights),
  sparseWeightsMomentum: asCut(sparseWeights),
  sparseWeightsNesterov: asCut(sparseWeights),
  sparseWeightsRmsprop: asCut(sparseWeights),
  sparseWeightsAdagrad: asCut(sparseWeights),
  sparseWeightsAdam: asCut(sparseWeights),
} satisfies Partial<Record<keyof KernelExports, Cut>>;

/** Arguments travel between threads as a list of numbers. */
function asCut<Arguments extends readonly number[]>(cut: Cut<Arguments>): Cut {
  return cut as unknown as Cut;
}
