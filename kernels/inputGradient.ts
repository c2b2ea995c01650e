import { FunctionBuilder } from './functionBuilder';
import type { InstructionSet } from './instructionSet';
import { accumulators, cutRows, panelVectors, range } from './tile';
import {
  constant,
  floatBytes,
  isGreater,
  keepWhere,
  load,
  loadHalves,
  plus,
  shuffle,
  vectorBytes,
} from './vector';
import { add, type Expression, i32, type Variable } from './wat';

/** Inputs of a tile: two sums a sample, so that the registers are as full as those of a forward tile of two vectors. */
const inputs = 2;
/**
 * Inputs that are computed for all samples before the next ones: their weights stay in the first cache, and a row of
 * their dX is one line of it, of which nothing is left to be written later.
 */
const block = 16;

const tileName = (rows: number) => `inputGradient${rows}x${inputs}`;

type Names = 'dz' | 'dzStride' | 'panelStride' | 'nPanels' | 'xStride' | 'hasRelu';
type Constants = Record<Names, Variable>;
/** Where the arrays that have inputs are read or written. */
const places = ['weights', 'tail', 'dx', 'activation'] as const;
type Places = Record<(typeof places)[number], Variable>;

/**
 * dX = dZ Wᵀ for a tile of samples × inputs; where relu gave 0, dX becomes 0.
 *
 * dX[n][i] is the dot product of a row of dZ with a row of W, which lie the same way in memory: the accumulators hold
 * four partial sums, of the outputs that are equal modulo 4, and are added across at the end. The weights of both
 * inputs are loaded once for all samples. `nTiles` tiles are stacked along the samples; in each, `nInputs` inputs are
 * computed pair by pair.
 */
function inputGradientTile(set: InstructionSet, rows: number): FunctionBuilder {
  const f = new FunctionBuilder(tileName(rows));
  const p = f.parameters(
    ...(['dz', 'dzStride', 'panelStride', 'nPanels', 'xStride', 'nInputs', 'nTiles', 'hasRelu'] as const),
    ...places,
  );
  const here = f.locals('i32', ...places);
  const left = f.local('i32', 'left');
  const sums = accumulators(f, { rows, vectors: inputs });
  f.repeat(p.nTiles, () => {
    for (const place of places) f.set(here[place], p[place]);
    f.set(left, p.nInputs);
    f.repeat(
      left,
      () => {
        addProducts(f, set, sums, p, here);
        writeRows(f, sums, p, here);
        nextInputs(f, here, inputs);
      },
      inputs,
    );
    f.advance(p.dz, i32.times(p.dzStride, rows));
    f.advance(p.dx, i32.times(p.xStride, rows));
    f.advance(p.activation, i32.times(p.xStride, rows));
  });
  return f;
}

/** Sums of the products along the outputs, panel by panel. */
function addProducts(
  f: FunctionBuilder,
  { multiplyAdd }: InstructionSet,
  sums: readonly (readonly Variable[])[],
  p: Constants,
  { weights, tail }: Places,
) {
  const values = f.vectors('w', inputs);
  const gradient = f.vector('dz');
  const rows = sums.map(() => f.address('row'));
  const { panel, left } = f.locals('i32', 'panel', 'left');
  const addOutputs = (address: Expression, vectors: number) => {
    for (const v of range(vectors)) {
      for (const [i, w] of values.entries()) f.set(w, load(address, vectorBytes * (i * vectors + v)));
      for (const [n, row] of rows.entries()) {
        f.set(gradient, load(row, vectorBytes * v));
        for (const [i, w] of values.entries()) f.set(sums[n]![i]!, multiplyAdd(gradient, w, sums[n]![i]!));
      }
    }
  };
  const addPanel = () => {
    addOutputs(panel, panelVectors);
    for (const row of rows) f.advance(row, vectorBytes * panelVectors);
    f.advance(panel, p.panelStride);
  };
  const addTwoPanels = () => {
    addPanel();
    addPanel();
  };
  for (const sum of sums.flat()) f.set(sum, constant(0));
  for (const [n, row] of rows.entries()) f.set(row, n === 0 ? p.dz : add(rows[n - 1]!, p.dzStride));
  f.set(panel, weights);
  f.set(left, p.nPanels);
  f.repeat(left, addTwoPanels, 2);
  f.repeat(left, addPanel);
  f.when(tail, () => addOutputs(tail, 1));
}

/** dX of two inputs for the samples of a tile. */
function writeRows(
  f: FunctionBuilder,
  sums: readonly (readonly Variable[])[],
  { xStride, hasRelu }: Constants,
  here: Places,
) {
  const { dx, activation } = f.locals('i32', 'dx', 'activation');
  f.set(dx, here.dx);
  f.set(activation, here.activation);
  for (const pair of inPairs(sums)) {
    const result = addAcross(f, pair);
    f.when(hasRelu, () => {
      const activations = pair.map((_, n) => add(activation, i32.times(xStride, n)));
      f.set(result, keepWhere(result, isGreater(loadHalves(activations), constant(0))));
    });
    for (const half of range(pair.length)) {
      f.storeHalf(half, dx, result);
      f.advance(dx, xStride);
      f.advance(activation, xStride);
    }
  }
}

/** Goes on by `n` inputs in all arrays that have them. */
function nextInputs(f: FunctionBuilder, { weights, tail, dx, activation }: Places, n: number) {
  f.advance(weights, vectorBytes * panelVectors * n);
  f.when(tail, () => f.advance(tail, vectorBytes * n));
  f.advance(dx, floatBytes * n);
  f.advance(activation, floatBytes * n);
}

const inPairs = <Each>(list: readonly Each[]) =>
  range(Math.ceil(list.length / 2)).map(n => list.slice(2 * n, 2 * n + 2));

/** Turns the sums of one or two samples, two vectors each, into one vector: dX of the first, then of the second. */
function addAcross(f: FunctionBuilder, pair: readonly (readonly Variable[])[]): Variable {
  for (const [a, b] of pair) f.set(a!, plus(shuffle(a!, b!, [0, 4, 1, 5]), shuffle(a!, b!, [2, 6, 3, 7])));
  const [[dx], [second]] = [pair[0]!, pair.at(-1)!];
  f.set(dx!, plus(shuffle(dx!, second!, [0, 1, 4, 5]), shuffle(dx!, second!, [2, 3, 6, 7])));
  return dx!;
}

/**
 * dX = dZ Wᵀ for a whole batch. W and X are padded to a multiple of four inputs with zeros, so no tile is narrower;
 * `nInputs` is that multiple, `tail` the address of the last, narrow panel or 0.
 */
export function inputGradient({ tileRows }: InstructionSet): FunctionBuilder {
  const f = new FunctionBuilder('inputGradient', true);
  const p = f.parameters(
    ...(['dz', 'dzStride', 'weights', 'panelStride', 'nPanels', 'tail'] as const),
    ...(['dx', 'activation', 'xStride', 'nInputs', 'nRows', 'hasRelu'] as const),
  );
  const compute = (nInputs: Expression) =>
    cutRows(f, p.nRows, tileRows, (rows, nTiles, before) =>
      f.call(
        tileName(rows),
        ...[add(p.dz, i32.times(before, p.dzStride)), p.dzStride, p.panelStride, p.nPanels],
        ...[p.xStride, nInputs, nTiles, p.hasRelu, p.weights, p.tail],
        ...[add(p.dx, i32.times(before, p.xStride)), add(p.activation, i32.times(before, p.xStride))],
      ),
    );
  f.repeat(
    p.nInputs,
    () => {
      compute(block);
      nextInputs(f, p, block);
    },
    block,
  );
  f.when(p.nInputs, () => compute(p.nInputs));
  return f;
}

export const inputGradientTiles = (set: InstructionSet) =>
  range(set.tileRows).map(i => inputGradientTile(set, i + 1));
