import { FunctionBuilder } from './functionBuilder';
import type { InstructionSet } from './instructionSet';
import { accumulators, cutRows, panelVectors, range } from './tile';
import {
  constant,
  floatBytes,
  isGreater,
  keepWhere,
  lanes,
  load,
  loadHalves,
  plus,
  shuffle,
  vectorBytes,
} from './vector';
import { add, type Expression, i32, type Variable } from './wat';

/** Samples × inputs, one sum each: of every dot product, four parts. */
interface DotTile {
  readonly rows: number;
  /** Two or four, which become half a vector of dX or a whole one. */
  readonly inputs: number;
}

/** As many samples as fill the registers: for layers of many outputs, where most of the time goes into the products. */
const wideTile = ({ tileRows }: InstructionSet): DotTile => ({ rows: tileRows, inputs: 2 });
/** For layers of few outputs, where most of it goes into adding the parts: with four inputs that takes the least. */
const narrowTile: DotTile = { rows: 2, inputs: 4 };
/** Panels from which on a tile is wide. */
const widePanels = 4;

const tileName = ({ rows, inputs }: DotTile) => `inputGradient${rows}x${inputs}`;

const parameters = [
  ...(['dz', 'dzStride', 'weights', 'panelStride', 'nPanels', 'tail'] as const),
  ...(['dx', 'activation', 'xStride', 'nTiles', 'hasRelu'] as const),
] as const;
type Arrays = Record<(typeof parameters)[number], Variable>;

/**
 * dX = dZ Wᵀ for a tile of samples × inputs; where relu gave 0, dX becomes 0.
 *
 * dX[n][i] is the dot product of a row of dZ with a row of W, which lie the same way in memory: the accumulators hold
 * four partial sums, of the outputs that are equal modulo 4, and are added across at the end. The weights of the inputs
 * are loaded once for all samples. `nTiles` tiles are stacked along the samples.
 */
function inputGradientTile(set: InstructionSet, tile: DotTile): FunctionBuilder {
  const f = new FunctionBuilder(tileName(tile));
  const p = f.parameters(...parameters);
  const sums = accumulators(f, { rows: tile.rows, vectors: tile.inputs });
  f.repeat(p.nTiles, () => {
    addProducts(f, set, sums, p);
    writeRows(f, sums, p);
    f.advance(p.dz, i32.times(p.dzStride, tile.rows));
  });
  return f;
}

/** Sums of the products along the outputs, panel by panel. */
function addProducts(
  f: FunctionBuilder,
  { multiplyAdd }: InstructionSet,
  sums: readonly (readonly Variable[])[],
  p: Arrays,
) {
  const values = f.vectors('w', sums[0]!.length);
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
  f.set(panel, p.weights);
  f.set(left, p.nPanels);
  f.repeat(left, addTwoPanels, 2);
  f.repeat(left, addPanel);
  f.when(p.tail, () => addOutputs(p.tail, 1));
}

/** dX of a tile: the sums of one or two samples are added across together. */
function writeRows(
  f: FunctionBuilder,
  sums: readonly (readonly Variable[])[],
  { dx, activation, xStride, hasRelu }: Arrays,
) {
  for (const group of inGroups(sums, lanes / sums[0]!.length)) {
    const isWhole = group[0]!.length === lanes;
    const result = addAcross(f, group.flat());
    f.when(hasRelu, () => {
      const activations = group.map((_, n) => add(activation, i32.times(xStride, n)));
      const active = isWhole ? load(activation) : loadHalves(activations);
      f.set(result, keepWhere(result, isGreater(active, constant(0))));
    });
    for (const half of range(group.length)) {
      if (isWhole) f.store(dx, 0, result);
      else f.storeHalf(half, dx, result);
      f.advance(dx, xStride);
      f.advance(activation, xStride);
    }
  }
}

const inGroups = <Each>(list: readonly Each[], size: number) =>
  range(Math.ceil(list.length / size)).map(n => list.slice(size * n, size * (n + 1)));

/** Turns four vectors into the one of their sums, in the first of them; two count as four. */
function addAcross(f: FunctionBuilder, sums: readonly Variable[]): Variable {
  const [a, b, c = a, d = b] = sums;
  const addPairs = (x: Variable, y: Variable) =>
    f.set(x, plus(shuffle(x, y, [0, 4, 1, 5]), shuffle(x, y, [2, 6, 3, 7])));
  addPairs(a!, b!);
  if (c !== a) addPairs(c!, d!);
  f.set(a!, plus(shuffle(a!, c!, [0, 1, 4, 5]), shuffle(a!, c!, [2, 3, 6, 7])));
  return a!;
}

/**
 * dX = dZ Wᵀ for a whole batch. W and X are padded to a multiple of four inputs with zeros, so no tile is narrower;
 * `nInputs` is that multiple, `tail` the address of the last, narrow panel or 0.
 */
export function inputGradient(set: InstructionSet): FunctionBuilder {
  const f = new FunctionBuilder('inputGradient', true);
  const p = f.parameters(
    ...(['dz', 'dzStride', 'weights', 'panelStride', 'nPanels', 'tail'] as const),
    ...(['dx', 'activation', 'xStride', 'nInputs', 'nRows', 'hasRelu'] as const),
  );
  const computeBy = ({ rows: maxRows, inputs }: DotTile) =>
    f.repeat(
      p.nInputs,
      () => {
        cutRows(f, p.nRows, maxRows, (rows, nTiles, before) =>
          f.call(
            tileName({ rows, inputs }),
            ...[add(p.dz, i32.times(before, p.dzStride)), p.dzStride],
            ...[p.weights, p.panelStride, p.nPanels, p.tail],
            ...[add(p.dx, i32.times(before, p.xStride)), add(p.activation, i32.times(before, p.xStride))],
            ...[p.xStride, nTiles, p.hasRelu],
          ),
        );
        f.advance(p.weights, vectorBytes * panelVectors * inputs);
        f.when(p.tail, () => f.advance(p.tail, vectorBytes * inputs));
        f.advance(p.dx, floatBytes * inputs);
        f.advance(p.activation, floatBytes * inputs);
      },
      inputs,
    );
  f.when(i32.atLeast(p.nPanels, widePanels), () => computeBy(wideTile(set)));
  // Nothing is left of the inputs where the tiles were wide.
  computeBy(narrowTile);
  return f;
}

export const inputGradientTiles = (set: InstructionSet) =>
  [wideTile(set), narrowTile].flatMap(({ rows, inputs }) =>
    range(rows).map(i => inputGradientTile(set, { rows: i + 1, inputs })),
  );
