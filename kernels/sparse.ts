import { entryBytes, forEachEntry } from './entries';
import { FunctionBuilder } from './functionBuilder';
import type { InstructionSet } from './instructionSet';
import { type OptimizerKernel, optimizerParameters, placesAt } from './optimizers';
import { range } from './tile';
import { constant, floatBytes, largerOrFirst, load, loadSplat, vectorBytes } from './vector';
import { add, type Expression, i32, type Variable } from './wat';

/** Vectors of outputs that are summed up at once: with one weight and one value, or product, they fill the registers. */
const maxVectors = 12;

/** Adds value · row for each entry of a list, where the entry says which row. */
function addEntries(
  f: FunctionBuilder,
  { multiplyAdd }: InstructionSet,
  sums: readonly Variable[],
  list: { readonly entries: Expression; readonly nEntries: Expression },
  rowOf: (number: Expression) => Expression,
) {
  const { entry, left, row } = f.locals('i32', 'entry', 'left', 'row');
  const { value } = f.locals('v128', 'value');
  forEachEntry(f, list, { entry, left }, () => {
    f.set(row, rowOf(i32.load(entry)));
    f.set(value, loadSplat(entry, floatBytes));
    for (const [v, sum] of sums.entries()) f.set(sum, multiplyAdd(value, load(row, vectorBytes * v), sum));
  });
}

/** Vectors of a line of the cache: blocks end where a line ends. */
const lineVectors = 4;

/** Cuts `nVectors` into as few blocks as there can be, of almost the same size. */
function cutVectors(
  f: FunctionBuilder,
  nVectors: Variable,
  call: (vectors: number, bytesBefore: Expression) => void,
) {
  const { nBlocks, size, before } = f.locals('i32', 'nBlocks', 'size', 'before');
  f.set(nBlocks, i32.quotient(add(nVectors, maxVectors - 1), maxVectors));
  f.repeat(nBlocks, () => {
    f.set(size, i32.quotient(add(nVectors, i32.subtract(nBlocks, 1)), nBlocks));
    f.when(i32.atLeast(nVectors, maxVectors), () =>
      f.set(size, i32.and(add(size, lineVectors - 1), -lineVectors)),
    );
    for (const i of range(maxVectors)) f.when(i32.equal(size, i + 1), () => call(i + 1, before));
    f.advance(before, i32.times(size, vectorBytes));
    f.set(nVectors, i32.subtract(nVectors, size));
  });
}

const forwardParameters = [
  ...(['entries', 'entryStride', 'counts', 'weights', 'weightStride', 'biases'] as const),
  ...(['z', 'zStride', 'nRows', 'hasRelu'] as const),
] as const;
const forwardName = (vectors: number) => `sparseForward${vectors}`;

/**
 * Z = X W + b for a block of outputs, after which relu may be applied; W is row-major. In the order of the inputs, as
 * the dense kernel does it, so that the sums have the same bits: what is left out has added 0.
 */
function forwardBlock(set: InstructionSet, vectors: number): FunctionBuilder {
  const f = new FunctionBuilder(forwardName(vectors));
  const p = f.parameters(...forwardParameters);
  const sums = f.vectors('sum', vectors);
  f.repeat(p.nRows, () => {
    for (const [v, sum] of sums.entries()) f.set(sum, load(p.biases, vectorBytes * v));
    addEntries(f, set, sums, { entries: p.entries, nEntries: i32.load(p.counts) }, input =>
      add(p.weights, i32.times(input, p.weightStride)),
    );
    f.when(p.hasRelu, () => {
      for (const sum of sums) f.set(sum, largerOrFirst(sum, constant(0)));
    });
    for (const [v, sum] of sums.entries()) f.store(p.z, vectorBytes * v, sum);
    f.advance(p.counts, floatBytes);
    f.advance(p.entries, p.entryStride);
    f.advance(p.z, p.zStride);
  });
  return f;
}

/** Z = X W + b for a whole batch whose entries are listed. */
function sparseForward(): FunctionBuilder {
  const f = new FunctionBuilder('sparseForward', true);
  const p = f.parameters(...forwardParameters, 'nVectors');
  cutVectors(f, p.nVectors, (vectors, before) =>
    f.call(
      forwardName(vectors),
      ...[p.entries, p.entryStride, p.counts, add(p.weights, before), p.weightStride],
      ...[add(p.biases, before), add(p.z, before), p.zStride, p.nRows, p.hasRelu],
    ),
  );
  return f;
}

const weightParameters = [
  ...(['lists', 'listStride', 'ends', 'dz', 'weights', 'weightStride', 'nInputs'] as const),
  ...optimizerParameters,
] as const;
const weightsName = ({ name }: OptimizerKernel) => `sparseWeights${name}`;

/**
 * dW = Xᵀ dZ for a block of outputs, row by row of W; the optimizer takes each row from the registers. A row without
 * entries is updated too, with a gradient of 0: what an optimizer keeps, and a penalty, move it all the same.
 */
function weightBlock(set: InstructionSet, optimizer: OptimizerKernel, vectors: number): FunctionBuilder {
  const f = new FunctionBuilder(`${weightsName(optimizer)}${vectors}`);
  const p = f.parameters(...weightParameters);
  const sums = f.vectors('sum', vectors);
  const places = placesAt(f, optimizer, p, p.weights);
  f.repeat(p.nInputs, () => {
    for (const sum of sums) f.set(sum, constant(0));
    const nEntries = i32.quotient(i32.subtract(i32.load(p.ends), p.lists), entryBytes);
    addEntries(f, set, sums, { entries: p.lists, nEntries }, distance => add(p.dz, distance));
    // Only here: before, every register holds a sum.
    places.loadSettings();
    places.follow();
    for (const [v, sum] of sums.entries()) optimizer.update(f, places.at(vectorBytes * v), sum, set);
    f.advance(p.ends, floatBytes);
    f.advance(p.lists, p.listStride);
    f.advance(p.weights, p.weightStride);
  });
  return f;
}

/** One update of all weights from the entries, listed by inputs, and the gradient of the outputs. */
function sparseWeights(optimizer: OptimizerKernel): FunctionBuilder {
  const f = new FunctionBuilder(weightsName(optimizer), true);
  const p = f.parameters(...weightParameters, 'nVectors');
  cutVectors(f, p.nVectors, (vectors, before) =>
    f.call(
      `${weightsName(optimizer)}${vectors}`,
      ...[p.lists, p.listStride, p.ends, add(p.dz, before), add(p.weights, before), p.weightStride],
      ...[p.nInputs, ...optimizerParameters.map(name => p[name])],
    ),
  );
  return f;
}

export const sparseForwards = (set: InstructionSet) => [
  ...range(maxVectors).map(i => forwardBlock(set, i + 1)),
  sparseForward(),
];

export const sparseUpdates = (set: InstructionSet, optimizer: OptimizerKernel) => [
  ...range(maxVectors).map(i => weightBlock(set, optimizer, i + 1)),
  sparseWeights(optimizer),
];
