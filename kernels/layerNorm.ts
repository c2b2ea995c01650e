import { along } from './along';
import { varianceEpsilon } from './batchNorm';
import { FunctionBuilder } from './functionBuilder';
import type { InstructionSet } from './instructionSet';
import {
  constant,
  floatBytes,
  keepWhere,
  lane,
  load,
  loadSplat,
  minus,
  over,
  plus,
  shuffle,
  splat,
  squareRoot,
  times,
  vectorBytes,
} from './vector';
import { f32, type Variable } from './wat';

/** Each lane becomes the sum of all four, the same in all of them. */
function addAcross(f: FunctionBuilder, sum: Variable) {
  f.set(sum, plus(sum, shuffle(sum, sum, [2, 3, 0, 1])));
  f.set(sum, plus(sum, shuffle(sum, sum, [1, 0, 3, 2])));
}

/**
 * Gives each row of `z` mean 0 and variance 1, then a gain and a shift a column, in place. Columns that fill up have the
 * mask 0, and stay 0.
 */
export function layerNorm({ multiplyAdd }: InstructionSet): FunctionBuilder {
  const f = new FunctionBuilder('layerNorm', true);
  const p = f.parameters(
    ...(['z', 'normalized', 'stride', 'nVectors', 'nRows', 'nUnits', 'masks', 'gain', 'shift'] as const),
    'inverseDeviations',
  );
  const { z, normalized, masks, gain, shift } = p;
  const { n, mean, squares, x } = f.locals('v128', 'n', 'mean', 'squares', 'x');
  f.set(n, splat(f32.fromInteger(p.nUnits)));
  f.repeat(p.nRows, () => {
    for (const sum of [mean, squares]) f.set(sum, constant(0));
    along(f, p.nVectors, vectorBytes, { z }, column => f.set(mean, plus(mean, load(column.z))));
    addAcross(f, mean);
    f.set(mean, over(mean, n));
    along(f, p.nVectors, vectorBytes, { z, normalized, masks }, column => {
      f.set(x, keepWhere(minus(load(column.z), mean), load(column.masks)));
      f.store(column.normalized, 0, x);
      f.set(squares, multiplyAdd(x, x, squares));
    });
    addAcross(f, squares);
    f.set(squares, squareRoot(plus(over(squares, n), constant(varianceEpsilon))));
    f.set(squares, over(constant(1), squares));
    f.do(f32.store(p.inverseDeviations, lane(squares, 0)));
    along(f, p.nVectors, vectorBytes, { z, normalized, gain, shift }, column => {
      f.set(x, times(load(column.normalized), squares));
      f.store(column.normalized, 0, x);
      f.store(column.z, 0, multiplyAdd(x, load(column.gain), load(column.shift)));
    });
    for (const array of [z, normalized]) f.advance(array, p.stride);
    f.advance(p.inverseDeviations, floatBytes);
  });
  return f;
}

/** With g = gain ⊙ dY: dZ = (g − mean(g) − x̂ mean(g x̂)) / √(σ² + ε) in place; dGain = Σ dY x̂ and dShift = Σ dY. */
export function layerNormBackward({ multiplyAdd }: InstructionSet): FunctionBuilder {
  const f = new FunctionBuilder('layerNormBackward', true);
  const p = f.parameters(
    ...(['d', 'normalized', 'stride', 'nVectors', 'nRows', 'nUnits', 'masks', 'gain'] as const),
    ...(['dGain', 'dShift', 'inverseDeviations'] as const),
  );
  const { d, normalized, masks, gain, dGain, dShift } = p;
  const { n, sum, product, inverse } = f.locals('v128', 'n', 'sum', 'product', 'inverse');
  const { dy, x, g } = f.locals('v128', 'dy', 'x', 'g');
  f.set(n, splat(f32.fromInteger(p.nUnits)));
  along(f, p.nVectors, vectorBytes, { dGain, dShift }, column => {
    for (const gradient of [column.dGain, column.dShift]) f.store(gradient, 0, constant(0));
  });
  f.repeat(p.nRows, () => {
    for (const each of [sum, product]) f.set(each, constant(0));
    along(f, p.nVectors, vectorBytes, { d, normalized, gain, dGain, dShift }, column => {
      f.set(dy, load(column.d));
      f.set(x, load(column.normalized));
      f.store(column.dGain, 0, multiplyAdd(dy, x, load(column.dGain)));
      f.store(column.dShift, 0, plus(load(column.dShift), dy));
      f.set(g, times(dy, load(column.gain)));
      f.set(sum, plus(sum, g));
      f.set(product, multiplyAdd(g, x, product));
    });
    for (const each of [sum, product]) {
      addAcross(f, each);
      f.set(each, over(each, n));
    }
    f.set(inverse, loadSplat(p.inverseDeviations));
    along(f, p.nVectors, vectorBytes, { d, normalized, gain, masks }, column => {
      f.set(x, keepWhere(multiplyAdd(load(column.normalized), product, sum), load(column.masks)));
      f.set(g, times(load(column.d), load(column.gain)));
      f.store(column.d, 0, times(inverse, minus(g, x)));
    });
    for (const array of [d, normalized]) f.advance(array, p.stride);
    f.advance(p.inverseDeviations, floatBytes);
  });
  return f;
}
