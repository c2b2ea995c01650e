import { FunctionBuilder } from './functionBuilder';
import type { InstructionSet } from './instructionSet';
import { type OptimizerKernel, optimizerParameters, placesAt } from './optimizers';
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
import { constant, floatBytes, load, loadSplat, plus, vectorBytes } from './vector';
import { add, i32 } from './wat';

const kernelName = ({ name }: OptimizerKernel) => `weights${name}`;

/**
 * dW = Xᵀ dZ for a tile of inputs × outputs, which the optimizer takes straight from the accumulators: there is no
 * array of gradients. Sample n adds x[n][i…] ⊗ dz[n][o…]. `nTiles` tiles are stacked along the inputs.
 */
export function weightTile(set: InstructionSet, optimizer: OptimizerKernel, tile: Tile): FunctionBuilder {
  const f = new FunctionBuilder(nameOf(kernelName(optimizer), tile));
  const p = f.parameters(
    ...(['x', 'xStride', 'dz', 'dzStride', 'nRows', 'weights', 'nTiles'] as const),
    ...optimizerParameters,
  );
  const sums = accumulators(f, tile);
  const gradients = f.vectors('dz', tile.vectors);
  const value = f.vector('x');
  const x = f.address('xRow');
  const dz = f.address('dzRow');
  const left = f.local('i32', 'left');
  const places = placesAt(f, optimizer, p, p.weights);

  const addSample = () => {
    for (const [v, gradient] of gradients.entries()) f.set(gradient, load(dz, vectorBytes * v));
    for (const i of range(tile.rows)) {
      f.set(value, loadSplat(x, floatBytes * i));
      for (const [v, gradient] of gradients.entries())
        f.set(sums[i]![v]!, set.multiplyAdd(value, gradient, sums[i]![v]!));
    }
    f.advance(x, p.xStride);
    f.advance(dz, p.dzStride);
  };

  f.repeat(p.nTiles, () => {
    for (const sum of sums.flat()) f.set(sum, constant(0));
    f.set(x, p.x);
    f.set(dz, p.dz);
    f.set(left, p.nRows);
    f.repeat(
      left,
      () => {
        addSample();
        addSample();
      },
      2,
    );
    f.repeat(left, addSample);
    // Only here: before, every register holds a sum.
    places.loadSettings();
    places.follow();
    forEachVector(tile, (i, v, offset) => optimizer.update(f, places.at(offset), sums[i]![v]!, set));
    f.advance(p.x, floatBytes * tile.rows);
    f.advance(p.weights, vectorBytes * tile.vectors * tile.rows);
  });
  return f;
}

/** One update of the weights of a layer from its inputs and the gradient of its outputs, panel by panel. */
export function weights(set: InstructionSet, optimizer: OptimizerKernel): FunctionBuilder {
  const f = new FunctionBuilder(kernelName(optimizer), true);
  const p = f.parameters(
    ...(['x', 'xStride', 'dz', 'dzStride', 'nRows', 'weights', 'panelStride', 'nPanels', 'hasTail'] as const),
    ...(['nInputs', ...optimizerParameters] as const),
  );
  const panel = (vectors: number) =>
    cutRows(f, p.nInputs, maxRowsOf(set, vectors), (rows, nTiles, before) =>
      f.call(
        nameOf(kernelName(optimizer), { rows, vectors }),
        ...[add(p.x, i32.times(before, floatBytes)), p.xStride, p.dz, p.dzStride, p.nRows],
        ...[add(p.weights, i32.times(before, vectorBytes * vectors)), nTiles],
        ...optimizerParameters.map(name => p[name]),
      ),
    );
  f.repeat(p.nPanels, () => {
    panel(panelVectors);
    f.advance(p.weights, p.panelStride);
    f.advance(p.dz, vectorBytes * panelVectors);
  });
  f.when(p.hasTail, () => panel(1));
  return f;
}

/** One update of the biases of a layer: their gradients are the column sums of dZ. */
export function biases(set: InstructionSet, optimizer: OptimizerKernel): FunctionBuilder {
  const f = new FunctionBuilder(`biases${optimizer.name}`, true);
  const p = f.parameters(
    ...(['dz', 'dzStride', 'nRows', 'biases', 'nVectors'] as const),
    ...optimizerParameters,
  );
  const sum = f.vector('sum');
  const row = f.address('row');
  const left = f.local('i32', 'left');
  const places = placesAt(f, optimizer, p, p.biases);
  places.loadSettings();
  f.repeat(p.nVectors, () => {
    f.set(sum, constant(0));
    f.set(row, p.dz);
    f.set(left, p.nRows);
    f.repeat(left, () => {
      f.set(sum, plus(sum, load(row)));
      f.advance(row, p.dzStride);
    });
    places.follow();
    optimizer.update(f, places.at(0), sum, set);
    f.advance(p.biases, vectorBytes);
    f.advance(p.dz, vectorBytes);
  });
  return f;
}

/** One update from gradients that lie in memory, at a distance from the weights: the same bits as without the detour. */
export function update(set: InstructionSet, optimizer: OptimizerKernel): FunctionBuilder {
  const f = new FunctionBuilder(`update${optimizer.name}`, true);
  const p = f.parameters('weights', 'gradients', 'nVectors', ...optimizerParameters);
  const gradient = f.vector('gradient');
  const places = placesAt(f, optimizer, p, p.weights);
  places.loadSettings();
  f.repeat(p.nVectors, () => {
    f.set(gradient, load(p.gradients));
    places.follow();
    optimizer.update(f, places.at(0), gradient, set);
    f.advance(p.weights, vectorBytes);
    f.advance(p.gradients, vectorBytes);
  });
  return f;
}
