import { FunctionBuilder } from './functionBuilder';
import {
  doubleLane,
  load,
  lowerDoubles,
  plusDoubles,
  shuffle,
  splat,
  times,
  timesDoubles,
  vectorBytes,
} from './vector';
import { type Expression, f64, type Variable } from './wat';

/** Σ g², in float64: the squares of large gradients overflow in float32, and those of small ones vanish. */
export function sumOfSquares(): FunctionBuilder {
  const f = new FunctionBuilder('sumOfSquares', true);
  const p = f.parameters('gradients', 'nVectors');
  const { g, pair, lower, upper } = f.locals('v128', 'g', 'pair', 'lower', 'upper');
  const addSquares = (sum: Variable, two: Expression) => {
    f.set(pair, lowerDoubles(two));
    f.set(sum, plusDoubles(sum, timesDoubles(pair, pair)));
  };
  f.repeat(p.nVectors, () => {
    f.set(g, load(p.gradients));
    addSquares(lower, g);
    addSquares(upper, shuffle(g, g, [2, 3, 2, 3]));
    f.advance(p.gradients, vectorBytes);
  });
  f.set(lower, plusDoubles(lower, upper));
  f.returns(f64.add(doubleLane(lower, 0), doubleLane(lower, 1)), 'f64');
  return f;
}

/** g ← factor · g */
export function scale(): FunctionBuilder {
  const f = new FunctionBuilder('scale', true);
  const p = f.parameters('gradients', 'nVectors');
  const factor = f.parameter('factor', 'f32');
  f.repeat(p.nVectors, () => {
    f.store(p.gradients, 0, times(load(p.gradients), splat(factor)));
    f.advance(p.gradients, vectorBytes);
  });
  return f;
}
