import { exponential, polynomial } from './elementary';
import type { FunctionBuilder } from './functionBuilder';
import type { InstructionSet } from './instructionSet';
import {
  constant,
  integerConstant,
  keepWhere,
  minus,
  over,
  plus,
  size,
  smallerOrFirst,
  times,
} from './vector';
import type { Variable } from './wat';

/** Beyond, the lower tail is 0 in float32. */
const end = 14;
/** Where q is 0: half of the polynomial's interval lies on each side. */
const middle = 3.5;
/** e^(t²/2) Φ(−t) (t + middle) in q, from q⁹ down: Remez, relative error 6e-9 on [0, 14]. */
const scaledTail = [
  ...[1.127365037e-4, 4.256600285e-4, -4.946536781e-4, -3.1777974273e-3, 6.4924089557e-3],
  ...[1.74069099397e-2, -0.1160528948594, 0.3154250096775, -0.5655617513079, 0.744416074632],
];

/**
 * The lower tail of the standard normal distribution at −t, where t is |z| or 14 if that is less: Φ(−t) = e^(−t²/2) R(t).
 * R is smooth, falls from ½ like 1 / (t √(2π)), and is a polynomial in q = (t − 3.5) / (t + 3.5) divided by t + 3.5.
 * Its relative error stays below 5e-7; NaN for NaN. Source of the form: Cody 1969, Rational Chebyshev Approximations
 * for the Error Function, and Shepherd, Laframboise 1981 for q.
 */
export function normalTail(f: FunctionBuilder, set: InstructionSet, z: Variable) {
  const { t, density, rounded, low, q, ratio, sum } = f.locals(
    ...(['v128', 't', 'density', 'rounded', 'low', 'q', 'ratio', 'sum'] as const),
  );
  f.set(t, smallerOrFirst(size(z), constant(end)));
  // The square of twelve binary digits is exact; what it leaves of t² is small enough to be added in the exponential.
  f.set(rounded, keepWhere(t, integerConstant(-(2 ** 12))));
  f.set(low, times(times(minus(t, rounded), plus(t, rounded)), constant(-0.5)));
  f.set(density, times(times(rounded, rounded), constant(-0.5)));
  exponential(f, set, density, low);
  f.set(ratio, over(constant(1), plus(t, constant(middle))));
  f.set(q, set.multiplyAdd(ratio, constant(-2 * middle), constant(1)));
  polynomial(f, set, sum, q, scaledTail);
  f.set(ratio, times(ratio, sum));
  return { t, density, ratio };
}
