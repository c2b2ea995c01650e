import { FunctionBuilder } from './functionBuilder';
import type { InstructionSet } from './instructionSet';
import { cutRows, panelVectors, range } from './tile';
import { constant, isGreater, keepWhere, lanes, load, plus, shuffle, vectorBytes } from './vector';
import { add, type Expression, i32, type Variable } from './wat';

/** Inputs of a tile: their four sums become the four lanes of one vector. */
const inputs = lanes;
/** Samples of a tile: 2 × 4 accumulators, 2 gradients and 1 weight; with 3 samples they no longer fit in registers. */
const samples = 2;

const nameOf = (rows: number) => `inputGradient${rows}x${inputs}`;

/**
 * dX = dZ Wᵀ for a tile of samples × inputs; where relu gave 0, dX becomes 0.
 *
 * dX[n][i] is the dot product of a row of dZ with a row of W, which lie the same way in memory: the accumulators hold
 * four partial sums, of the outputs that are equal modulo 4, and are added across at the end.
 * `nTiles` tiles are stacked along the samples.
 */
function inputGradientTile({ multiplyAdd }: InstructionSet, rows: number): FunctionBuilder {
  const f = new FunctionBuilder(nameOf(rows));
  const p = f.parameters(
    ...(['dz', 'dzStride', 'weights', 'panelStride', 'nPanels', 'tail'] as const),
    ...(['dx', 'activation', 'xStride', 'nTiles', 'hasRelu'] as const),
  );
  const sums = range(rows).map(() => f.vectors('sum', inputs));
  const gradients = f.vectors('dz', rows);
  const weight = f.vector('w');
  const dzRows = range(rows).map(() => f.address('dzRow'));
  const panel = f.address('panel');
  const left = f.local('i32', 'left');

  const addOutputs = (address: Expression, vectors: number) => {
    for (const v of range(vectors)) {
      for (const [n, row] of dzRows.entries()) f.set(gradients[n]!, load(row, vectorBytes * v));
      for (const i of range(inputs)) {
        f.set(weight, load(address, vectorBytes * (i * vectors + v)));
        for (const n of range(rows)) f.set(sums[n]![i]!, multiplyAdd(gradients[n]!, weight, sums[n]![i]!));
      }
    }
    for (const row of dzRows) f.advance(row, vectorBytes * vectors);
  };

  f.repeat(p.nTiles, () => {
    for (const sum of sums.flat()) f.set(sum, constant(0));
    for (const [n, row] of dzRows.entries()) f.set(row, n === 0 ? p.dz : add(dzRows[n - 1]!, p.dzStride));
    f.set(panel, p.weights);
    f.set(left, p.nPanels);
    f.repeat(left, () => {
      addOutputs(panel, panelVectors);
      f.advance(panel, p.panelStride);
    });
    f.when(p.tail, () => addOutputs(p.tail, 1));
    for (const rowSums of sums) {
      addAcross(f, rowSums);
      const [dx] = rowSums;
      f.when(p.hasRelu, () => f.set(dx!, keepWhere(dx!, isGreater(load(p.activation), constant(0)))));
      f.store(p.dx, 0, dx!);
      f.advance(p.dx, p.xStride);
      f.advance(p.activation, p.xStride);
    }
    f.advance(p.dz, i32.times(p.dzStride, rows));
  });
  return f;
}

/** Turns four vectors into the one of their sums, in the first of them. */
function addAcross(f: FunctionBuilder, [a, b, c, d]: readonly Variable[]) {
  const pairs = (x: Variable, y: Variable) => plus(shuffle(x, y, [0, 4, 1, 5]), shuffle(x, y, [2, 6, 3, 7]));
  f.set(a!, pairs(a!, b!));
  f.set(c!, pairs(c!, d!));
  f.set(a!, plus(shuffle(a!, c!, [0, 1, 4, 5]), shuffle(a!, c!, [2, 3, 6, 7])));
}

/**
 * dX = dZ Wᵀ for a whole batch, four inputs at a time. W and X are padded to a multiple of four inputs with zeros, so
 * no tile is narrower; `nInputs` is that multiple, `tail` the address of the last, narrow panel or 0.
 */
export function inputGradient(): FunctionBuilder {
  const f = new FunctionBuilder('inputGradient', true);
  const p = f.parameters(
    ...(['dz', 'dzStride', 'weights', 'panelStride', 'nPanels', 'tail'] as const),
    ...(['dx', 'activation', 'xStride', 'nInputs', 'nRows', 'hasRelu'] as const),
  );
  f.repeat(
    p.nInputs,
    () => {
      cutRows(f, p.nRows, samples, (rows, nTiles, before) =>
        f.call(
          nameOf(rows),
          ...[
            add(p.dz, i32.times(before, p.dzStride)),
            p.dzStride,
            p.weights,
            p.panelStride,
            p.nPanels,
            p.tail,
          ],
          ...[add(p.dx, i32.times(before, p.xStride)), add(p.activation, i32.times(before, p.xStride))],
          ...[p.xStride, nTiles, p.hasRelu],
        ),
      );
      f.advance(p.weights, vectorBytes * panelVectors * inputs);
      f.when(p.tail, () => f.advance(p.tail, vectorBytes * inputs));
      f.advance(p.dx, vectorBytes);
      f.advance(p.activation, vectorBytes);
    },
    inputs,
  );
  return f;
}

export const inputGradientTiles = (set: InstructionSet) =>
  range(samples).map(i => inputGradientTile(set, i + 1));
