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

const inAllLanes = (count: Expression) => splat(f32.fromInteger(count));
const inverseDeviation = (variance: Expression) =>
  over(constant(1), squareRoot(plus(variance, constant(varianceEpsilon))));

/**
 * Gives each column of `z` mean 0 and variance 1, then its gain and shift, in place; replaces a part of the running
 * figures. The variance is summed from the deviations, and the deviations put right what rounding has done to the mean.
 * Source: Chan, Golub, LeVeque 1983, Algorithms for Computing the Sample Variance, equation 1.7.
 */
export function batchNorm({ multiplyAdd }: InstructionSet): FunctionBuilder {
  const f = new FunctionBuilder('batchNorm', true);
  const p = f.parameters(
    ...(['z', 'normalized', 'stride', 'nVectors', 'nRows', 'gain', 'shift'] as const),
    ...(['mean', 'variance', 'inverseDeviations'] as const),
  );
  const { z, normalized, gain, shift } = p;
  const byColumn = [z, normalized, gain, shift, p.mean, p.variance, p.inverseDeviations];
  const { n, x } = f.locals('v128', 'n', 'x');
  f.set(n, inAllLanes(p.nRows));
  const remember = (running: Variable, offset: number, figure: Expression) => {
    f.set(x, load(running, offset));
    f.store(running, offset, multiplyAdd(constant(momentum), minus(figure, x), x));
  };
  byColumns(f, p.nVectors, byColumn, vectors => {
    const [means, rests, variances] = ['mean', 'rest', 'variance'].map(name => f.vectors(name, vectors));
    const columns = range(vectors).map(v => ({
      mean: means![v]!,
      rest: rests![v]!,
      variance: variances![v]!,
      offset: vectorBytes * v,
    }));
    for (const each of columns)
      for (const sum of [each.mean, each.rest, each.variance]) f.set(sum, constant(0));
    along(f, p.nRows, p.stride, { z }, row => {
      for (const { mean, offset } of columns) f.set(mean, plus(mean, load(row.z, offset)));
    });
    for (const { mean } of columns) f.set(mean, over(mean, n));
    along(f, p.nRows, p.stride, { z }, row => {
      for (const { mean, rest, variance, offset } of columns) {
        f.set(x, minus(load(row.z, offset), mean));
        f.set(rest, plus(rest, x));
        f.set(variance, multiplyAdd(x, x, variance));
      }
    });
    for (const { mean, rest, variance, offset } of columns) {
      f.set(rest, over(rest, n));
      f.set(mean, plus(mean, rest));
      f.set(variance, largerOrFirst(minus(over(variance, n), times(rest, rest)), constant(0)));
      // One sample has no variance.
      f.when(i32.atLeast(p.nRows, 2), () => {
        remember(p.mean, offset, mean);
        remember(p.variance, offset, over(times(variance, n), minus(n, constant(1))));
      });
      f.set(variance, inverseDeviation(variance));
      f.store(p.inverseDeviations, offset, variance);
    }
    along(f, p.nRows, p.stride, { z, normalized }, row => {
      for (const { mean, variance, offset } of columns) {
        f.set(x, times(minus(load(row.z, offset), mean), variance));
        f.store(row.normalized, offset, x);
        f.store(row.z, offset, multiplyAdd(x, load(gain, offset), load(shift, offset)));
      }
    });
  });
  return f;
}

/** The same with the running figures, where nobody trains; they stay as they are. */
export function batchNormByRunning({ multiplyAdd }: InstructionSet): FunctionBuilder {
  const f = new FunctionBuilder('batchNormByRunning', true);
  const p = f.parameters('z', 'stride', 'nVectors', 'nRows', 'gain', 'shift', 'mean', 'variance');
  const { z, gain, shift, mean, variance } = p;
  const { factor, x } = f.locals('v128', 'factor', 'x');
  f.repeat(p.nVectors, () => {
    f.set(factor, inverseDeviation(load(variance)));
    along(f, p.nRows, p.stride, { z }, row => {
      f.set(x, times(minus(load(row.z), load(mean)), factor));
      f.store(row.z, 0, multiplyAdd(x, load(gain), load(shift)));
    });
    for (const array of [z, gain, shift, mean, variance]) f.advance(array, vectorBytes);
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
    const [sums, products, factors] = ['sum', 'product', 'factor'].map(name => f.vectors(name, vectors));
    const columns = range(vectors).map(v => ({
      sum: sums![v]!,
      product: products![v]!,
      factor: factors![v]!,
      offset: vectorBytes * v,
    }));
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
