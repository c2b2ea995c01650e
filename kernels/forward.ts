import { FunctionBuilder } from './functionBuilder';
import type { InstructionSet } from './instructionSet';
import {
  accumulators,
  cutRows,
  forEachVector,
  maxRowsOf,
  nameOf,
  panelVectors,
  range,
  type Tile,
} from './tile';
import { constant, floatBytes, largerOrFirst, load, loadSplat, vectorBytes } from './vector';
import { add, i32 } from './wat';

/** Inputs that one turn of the inner loop takes; what is left is taken one by one. */
const unrolled = 4;

/**
 * Z = X W + b for a tile of samples × outputs, after which relu may be applied.
 *
 * The accumulators start as the biases. Each input i adds x[n][i] · w[i][o…] to all of them: the weights of the panel
 * are loaded once for all rows, each value of X once for all columns. `nTiles` tiles are stacked along the samples.
 */
export function forwardTile({ multiplyAdd }: InstructionSet, tile: Tile): FunctionBuilder {
  const f = new FunctionBuilder(nameOf('forward', tile));
  const p = f.parameters(
    ...(['x', 'xStride', 'panel', 'biases', 'z', 'zStride', 'nInputs', 'nTiles', 'hasRelu'] as const),
  );
  const sums = accumulators(f, tile);
  const weights = f.vectors('w', tile.vectors);
  const value = f.vector('x');
  const rows = range(tile.rows).map(() => f.address('row'));
  const weight = f.address('weight');
  const left = f.local('i32', 'left');

  const addInputs = (n: number) => {
    for (const i of range(n)) {
      for (const [v, w] of weights.entries()) f.set(w, load(weight, vectorBytes * (i * tile.vectors + v)));
      for (const [r, row] of rows.entries()) {
        f.set(value, loadSplat(row, floatBytes * i));
        for (const [v, w] of weights.entries()) f.set(sums[r]![v]!, multiplyAdd(value, w, sums[r]![v]!));
      }
    }
    for (const row of rows) f.advance(row, floatBytes * n);
    f.advance(weight, vectorBytes * tile.vectors * n);
  };

  f.repeat(p.nTiles, () => {
    forEachVector(tile, (r, v) => f.set(sums[r]![v]!, load(p.biases, vectorBytes * v)));
    for (const [r, row] of rows.entries()) f.set(row, r === 0 ? p.x : add(rows[r - 1]!, p.xStride));
    f.set(weight, p.panel);
    f.set(left, p.nInputs);
    f.repeat(left, () => addInputs(unrolled), unrolled);
    f.repeat(left, () => addInputs(1));
    f.when(p.hasRelu, () =>
      forEachVector(tile, (r, v) => f.set(sums[r]![v]!, largerOrFirst(sums[r]![v]!, constant(0)))),
    );
    for (const rowSums of sums) {
      for (const [v, sum] of rowSums.entries()) f.store(p.z, vectorBytes * v, sum);
      f.advance(p.z, p.zStride);
    }
    f.advance(p.x, i32.times(p.xStride, tile.rows));
  });
  return f;
}

/** Z = X W + b for a whole batch: panel by panel, so that a panel stays in the first cache for all samples. */
export function forward(set: InstructionSet): FunctionBuilder {
  const f = new FunctionBuilder('forward', true);
  const p = f.parameters(
    ...(['x', 'xStride', 'weights', 'panelStride', 'nPanels', 'hasTail', 'biases'] as const),
    ...(['z', 'zStride', 'nInputs', 'nRows', 'hasRelu'] as const),
  );
  const panel = (vectors: number) =>
    cutRows(f, p.nRows, maxRowsOf(set, vectors), (rows, nTiles, before) =>
      f.call(
        nameOf('forward', { rows, vectors }),
        ...[add(p.x, i32.times(before, p.xStride)), p.xStride, p.weights, p.biases],
        ...[add(p.z, i32.times(before, p.zStride)), p.zStride, p.nInputs, nTiles, p.hasRelu],
      ),
    );
  f.repeat(p.nPanels, () => {
    panel(panelVectors);
    f.advance(p.weights, p.panelStride);
    f.advance(p.biases, vectorBytes * panelVectors);
    f.advance(p.z, vectorBytes * panelVectors);
  });
  f.when(p.hasTail, () => panel(1));
  return f;
}
