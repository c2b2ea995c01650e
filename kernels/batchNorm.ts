import { along } from './along';
import { FunctionBuilder } from './functionBuilder';
import type { InstructionSet } from './instructionSet';
import { range } from './tile';
import {
  constant,
  largerOrFirst,
  load,
  minus,
  over,
  plus,
  splat,
  squareRoot,
  times,
  vectorBytes,
} from './vector';
import { type Expression, f32, i32, type Variable } from './wat';

/** Added to each variance. */
export const varianceEpsilon = 1e-5;
/** How much of the running figures a batch replaces. */
const momentum = 0.1;
/** Columns that are done at once: a line of the cache, and as many sums as there are registers for. */
const groupVectors = 4;

/** Calls `body` for a few columns at a time: the arrays that it reads by column are moved on to the next ones. */
function byColumns(
  f: FunctionBuilder,
  nVectors: Variable,
  arrays: readonly Variable[],
  body: (vectors: number) => void,
) {
  for (const vectors of [groupVectors, 1]) {
    const visit = () => {
      body(vectors);
      for (const array of arrays) f.advance(array, vectorBytes * vectors);
    };
    f.repeat(nVectors, visit, vectors);
  }
}

/** Variables of each of the columns that are done at once. */
const columnsOf = <Name extends string>(f: FunctionBuilder, vectors: number, ...names: Name[]) =>
  range(vectors).map(v => ({ ...f.locals('v128', ...names), offset: vectorBytes * v }));
type Moments = ReturnType<typeof columnsOf<'mean' | 'rest' | 'variance'>>;

const inAllLanes = (count: Expression) => splat(f32.fromInteger(count));
const inverseDeviation = (variance: Expression) =>
  over(constant(1), squareRoot(plus(variance, constant(varianceEpsilon))));

/**
 * Gives each column of `z` mean 0 and variance 1, then its gain and shift, in place; replaces a part of the running
 * figures.
 */
export function batchNorm(set: InstructionSet): FunctionBuilder {
  const f = new FunctionBuilder('batchNorm', true);
  const p = f.parameters(
    ...(['z', 'normalized', 'stride', 'nVectors', 'nRows', 'gain', 'shift'] as const),
    ...(['mean', 'variance', 'inverseDeviations'] as const),
  );
  const { z, normalized, gain, shift, inverseDeviations } = p;
  const { n, x } = f.locals('v128', 'n', 'x');
  f.set(n, inAllLanes(p.nRows));
  byColumns(f, p.nVectors, [z, normalized, gain, shift, p.mean, p.variance, inverseDeviations], vectors => {
    const columns = columnsOf(f, vectors, 'mean', 'rest', 'variance');
    findMoments(f, set, p, n, columns);
    // One sample has no variance.
    f.when(i32.atLeast(p.nRows, 2), () => remember(f, set, p, n, columns));
    for (const { variance, offset } of columns) {
      f.set(variance, inverseDeviation(variance));
      f.store(inverseDeviations, offset, variance);
    }
    along(f, p.nRows, p.stride, { z, normalized }, row => {
      for (const { mean, variance, offset } of columns) {
        f.set(x, times(minus(load(row.z, offset), mean), variance));
        f.store(row.normalized, offset, x);
        f.store(row.z, offset, set.multiplyAdd(x, load(gain, offset), load(shift, offset)));
      }
    });
  });
  return f;
}

/**
 * Mean and variance (divisor n): the variance from the deviations, whose sum puts right what rounding has done to the
 * mean.
 * Source: Chan, Golub, LeVeque 1983, Algorithms for Computing the Sample Variance, equation 1.7.
 */
function findMoments(
  f: FunctionBuilder,
  { multiplyAdd }: InstructionSet,
  { z, nRows, stride }: Record<'z' | 'nRows' | 'stride', Variable>,
  n: Variable,
  columns: Moments,
) {
  const { x } = f.locals('v128', 'x');
  for (const { mean, rest, variance } of columns)
    for (const sum of [mean, rest, variance]) f.set(sum, constant(0));
  along(f, nRows, stride, { z }, row => {
    for (const { mean, offset } of columns) f.set(mean, plus(mean, load(row.z, offset)));
  });
  for (const { mean } of columns) f.set(mean, over(mean, n));
  along(f, nRows, stride, { z }, row => {
    for (const { mean, rest, variance, offset } of columns) {
      f.set(x, minus(load(row.z, offset), mean));
      f.set(rest, plus(rest, x));
      f.set(variance, multiplyAdd(x, x, variance));
    }
  });
  for (const { mean, rest, variance } of columns) {
    f.set(rest, over(rest, n));
    f.set(mean, plus(mean, rest));
    f.set(variance, largerOrFirst(minus(over(variance, n), times(rest, rest)), constant(0)));
  }
}

/** The running figures go towards those of the batch, whose variance has the divisor n − 1 there. */
function remember(
  f: FunctionBuilder,
  { multiplyAdd }: InstructionSet,
  p: Record<'mean' | 'variance', Variable>,
  n: Variable,
  columns: Moments,
) {
  const { x } = f.locals('v128', 'x');
  const approach = (running: Variable, offset: number, figure: Expression) => {
    f.set(x, load(running, offset));
    f.store(running, offset, multiplyAdd(constant(momentum), minus(figure, x), x));
  };
  for (const { mean, variance, offset } of columns) {
    approach(p.mean, offset, mean);
    approach(p.variance, offset, over(times(variance, n), minus(n, constant(1))));
  }
}

/** Gives the columns what the running figures say, where nobody trains; they stay as they are. */
export function batchNormByRunning({ multiplyAdd }: InstructionSet): FunctionBuilder {
  const f = new FunctionBuilder('batchNormByRunning', true);
  const p = f.parameters('z', 'stride', 'nVectors', 'nRows', 'gain', 'shift', 'mean', 'variance');
  const { z, gain, shift, mean, variance } = p;
  const { x } = f.locals('v128', 'x');
  byColumns(f, p.nVectors, [z, gain, shift, mean, variance], vectors => {
    const columns = columnsOf(f, vectors, 'factor');
    for (const { factor, offset } of columns) f.set(factor, inverseDeviation(load(variance, offset)));
    along(f, p.nRows, p.stride, { z }, row => {
      for (const { factor, offset } of columns) {
        f.set(x, times(minus(load(row.z, offset), load(mean, offset)), factor));
        f.store(row.z, offset, multiplyAdd(x, load(gain, offset), load(shift, offset)));
      }
    });
  });
  return f;
}

/** dZ = gain / √(σ² + ε) · (dY − mean(dY) − x̂ mean(dY x̂)) in place; the two sums are the gradients of shift and gain. */
export function batchNormBackward({ multiplyAdd }: InstructionSet): FunctionBuilder {
  const f = new FunctionBuilder('batchNormBackward', true);
  const p = f.parameters(
    ...(['d', 'normalized', 'stride', 'nVectors', 'nRows', 'gain', 'dGain', 'dShift'] as const),
    'inverseDeviations',
  );
  const { d, normalized, gain, dGain, dShift, inverseDeviations } = p;
  const { n, dy, rest } = f.locals('v128', 'n', 'dy', 'rest');
  f.set(n, inAllLanes(p.nRows));
  byColumns(f, p.nVectors, [d, normalized, gain, dGain, dShift, inverseDeviations], vectors => {
    const columns = columnsOf(f, vectors, 'sum', 'product', 'factor');
    for (const { sum, product } of columns) for (const each of [sum, product]) f.set(each, constant(0));
    along(f, p.nRows, p.stride, { d, normalized }, row => {
      for (const { sum, product, offset } of columns) {
        f.set(dy, load(row.d, offset));
        f.set(sum, plus(sum, dy));
        f.set(product, multiplyAdd(dy, load(row.normalized, offset), product));
      }
    });
    for (const { sum, product, factor, offset } of columns) {
      f.store(dShift, offset, sum);
      f.store(dGain, offset, product);
      f.set(sum, over(sum, n));
      f.set(product, over(product, n));
      f.set(factor, times(load(gain, offset), load(inverseDeviations, offset)));
    }
    along(f, p.nRows, p.stride, { d, normalized }, row => {
      for (const { sum, product, factor, offset } of columns) {
        f.set(rest, multiplyAdd(product, load(row.normalized, offset), sum));
        f.store(row.d, offset, times(factor, minus(load(row.d, offset), rest)));
      }
    });
  });
  return f;
}
