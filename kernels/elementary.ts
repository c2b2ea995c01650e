import type { FunctionBuilder } from './functionBuilder';
import type { InstructionSet } from './instructionSet';
import {
  addIntegers,
  bitsOr,
  choose,
  constant,
  fromIntegers,
  integerConstant,
  isEqual,
  isGreater,
  isLess,
  keepWhere,
  largerOrFirst,
  minus,
  plus,
  shiftLeft,
  shiftRight,
  times,
} from './vector';
import type { Expression, Variable } from './wat';

/** ln 2 in two parts: the first has few bits, so that its products with small integers are exact. */
const ln2 = { high: 0.693359375, low: -2.1219444e-4 };
const exponentBias = 127;
const mantissaBits = 23;
/** Added to a small number, it leaves the nearest integer in the lowest bits, and what shifting pushes out above. */
const roundingShift = 1.5 * 2 ** mantissaBits;

/** Σ coefficients · xⁱ, the highest power first, into `sum`. */
export function polynomial(
  f: FunctionBuilder,
  { multiplyAdd }: InstructionSet,
  sum: Variable,
  x: Variable,
  coefficients: number[],
) {
  const [first, ...rest] = coefficients;
  f.set(sum, f.once(constant(first!)));
  for (const coefficient of rest) f.set(sum, multiplyAdd(sum, x, f.once(constant(coefficient))));
}

/**
 * x = n ln 2 + r with |r| ≤ ½ ln 2: leaves r in x. Gives 2ⁿ, as 0 below n = −126: nothing smaller is told from it.
 * Source: S. Moshier, Cephes, expf.
 */
function splitPower(f: FunctionBuilder, set: InstructionSet, x: Variable): Expression {
  const { n, shifted } = f.locals('v128', 'n', 'shifted');
  f.set(x, largerOrFirst(x, f.once(constant(-88))));
  f.set(shifted, set.multiplyAdd(x, f.once(constant(Math.LOG2E)), f.once(constant(roundingShift))));
  f.set(n, minus(shifted, f.once(constant(roundingShift))));
  f.set(x, set.multiplyAdd(n, f.once(constant(-ln2.high)), x));
  f.set(x, set.multiplyAdd(n, f.once(constant(-ln2.low)), x));
  return shiftLeft(addIntegers(shifted, f.once(integerConstant(exponentBias))), mantissaBits);
}

/** (eʳ − 1 − r) / r² for |r| ≤ ½ ln 2. Source: as above. */
const exponentialRest = [
  ...[1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1],
  0.50000001201,
];

/**
 * x ← eˣ for x ≤ 0, within 2 units of the last place; 0 below −87.3, NaN for NaN.
 * @param low a small number that is added to x where x has no digits left for it
 */
export function exponential(f: FunctionBuilder, set: InstructionSet, x: Variable, low?: Expression) {
  const { sum } = f.locals('v128', 'sum');
  const power = splitPower(f, set, x);
  if (low) f.set(x, plus(x, low));
  polynomial(f, set, sum, x, [...exponentialRest, 1, 1]);
  f.set(x, times(sum, power));
}

/** x ← eˣ − 1 for x ≤ 0, within 2 units of the last place of the result, however small; NaN for NaN. */
export function exponentialMinusOne(f: FunctionBuilder, set: InstructionSet, x: Variable) {
  const { sum, power } = f.locals('v128', 'sum', 'power');
  f.set(power, splitPower(f, set, x));
  polynomial(f, set, sum, x, exponentialRest);
  f.set(x, set.multiplyAdd(times(x, x), sum, x));
  f.set(x, set.multiplyAdd(x, power, minus(power, f.once(constant(1)))));
}

/**
 * x ← ln x for normal x ≥ 1, within 2 units of the last place; NaN for NaN.
 * x = 2ⁿ m with m in [√½, √2), so ln x = n ln 2 + ln m.
 */
export function logarithm(f: FunctionBuilder, set: InstructionSet, x: Variable) {
  const { n, m, isSmall } = f.locals('v128', 'n', 'm', 'isSmall');
  const mantissa = keepWhere(x, f.once(integerConstant(2 ** mantissaBits - 1)));
  // Halves: m in [½, 1), with the exponent one higher.
  f.set(m, bitsOr(mantissa, f.once(constant(0.5))));
  f.set(n, fromIntegers(addIntegers(shiftRight(x, mantissaBits), f.once(integerConstant(1 - exponentBias)))));
  f.set(isSmall, isLess(m, f.once(constant(Math.SQRT1_2))));
  f.set(n, minus(n, keepWhere(isSmall, f.once(constant(1)))));
  f.set(m, minus(plus(m, keepWhere(isSmall, m)), f.once(constant(1))));
  addPowers(f, set, m, n);
  // The bits of a NaN would pass for a large number.
  f.set(x, choose(isEqual(x, x), m, x));
}

/** x ← ln(1 + x) for x in [0, 1], within 2 units of the last place of the result, however small; NaN for NaN. */
export function logarithmOfOnePlus(f: FunctionBuilder, set: InstructionSet, x: Variable) {
  const { n, isLarge } = f.locals('v128', 'n', 'isLarge');
  f.set(isLarge, isGreater(x, f.once(constant(Math.SQRT2 - 1))));
  f.set(n, keepWhere(isLarge, f.once(constant(1))));
  f.set(x, choose(isLarge, times(minus(x, f.once(constant(1))), f.once(constant(0.5))), x));
  addPowers(f, set, x, n);
}

/** m ← ln(1 + m) + n ln 2 for 1 + m in [√½, √2). Source: S. Moshier, Cephes, logf. */
function addPowers(f: FunctionBuilder, set: InstructionSet, m: Variable, n: Variable) {
  const { square, sum } = f.locals('v128', 'square', 'sum');
  f.set(square, times(m, m));
  const coefficients = [7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1];
  polynomial(f, set, sum, m, [
    ...coefficients,
    -1.6668057665e-1,
    2.0000714765e-1,
    -2.4999993993e-1,
    3.3333331174e-1,
  ]);
  f.set(sum, times(times(sum, m), square));
  f.set(sum, set.multiplyAdd(n, f.once(constant(ln2.low)), sum));
  f.set(sum, set.multiplyAdd(square, f.once(constant(-0.5)), sum));
  f.set(m, set.multiplyAdd(n, f.once(constant(ln2.high)), plus(m, sum)));
}
