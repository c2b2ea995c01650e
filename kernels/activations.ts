import { exponential, exponentialMinusOne, logarithmOfOnePlus } from './elementary';
import type { FunctionBuilder } from './functionBuilder';
import type { InstructionSet } from './instructionSet';
import { normalTail } from './normal';
import {
  choose,
  constant,
  isGreater,
  isLess,
  largerOrFirst,
  minus,
  negativeSize,
  over,
  plus,
  smallerOrFirst,
  times,
  withSign,
} from './vector';
import type { Expression, Variable } from './wat';

/**
 * An activation of four units at once, as its reference in the engine describes it; relu is part of the tiles, and
 * linear is nothing. NaN stays NaN; what is less than 2⁻¹²² may become 0.
 */
export interface ActivationKernel {
  /** As the configuration calls it. */
  readonly name: string;
  /** x ← f(x) */
  readonly value: (f: FunctionBuilder, set: InstructionSet, x: Variable) => void;
  /** f′(z), where a = f(z). */
  readonly derivative: (f: FunctionBuilder, set: InstructionSet, z: Variable, a: Variable) => Expression;
}

const zero = constant(0);
const one = constant(1);

const leakyRelu: ActivationKernel = {
  name: 'leaky_relu',
  value: (f, _set, x) => f.set(x, largerOrFirst(x, times(x, constant(0.01)))),
  derivative: (_f, _set, z) => choose(isGreater(z, zero), one, constant(0.01)),
};

/** One of the two parts is 0. */
const elu: ActivationKernel = {
  name: 'elu',
  value(f, set, x) {
    const { left } = f.locals('v128', 'left');
    f.set(left, smallerOrFirst(x, zero));
    exponentialMinusOne(f, set, left);
    f.set(x, plus(largerOrFirst(x, zero), left));
  },
  derivative: (_f, _set, z, a) => choose(isGreater(z, zero), one, plus(a, one)),
};

/** z Φ(z) and Φ(z) + z φ(z), both from the lower tail: Φ(t) = 1 − Φ(−t), and the same for the derivative. */
const gelu: ActivationKernel = {
  name: 'gelu',
  value(f, set, x) {
    const { lower } = f.locals('v128', 'lower');
    const { density, ratio } = normalTail(f, set, x);
    f.set(lower, times(density, ratio));
    f.set(x, times(x, choose(isLess(x, zero), lower, minus(one, lower))));
  },
  derivative(f, set, z) {
    const { lower } = f.locals('v128', 'lower');
    const { t, density, ratio } = normalTail(f, set, z);
    f.set(lower, times(density, set.multiplyAdd(t, constant(-1 / Math.sqrt(2 * Math.PI)), ratio)));
    return choose(isLess(z, zero), lower, minus(one, lower));
  },
};

/** max(x, 0) + ln(1 + e^−|x|) */
const softplus: ActivationKernel = {
  name: 'softplus',
  value(f, set, x) {
    const { rest } = f.locals('v128', 'rest');
    f.set(rest, negativeSize(x));
    exponential(f, set, rest);
    logarithmOfOnePlus(f, set, rest);
    f.set(x, plus(largerOrFirst(x, zero), rest));
  },
  derivative(f, set, _z, a) {
    const { rest } = f.locals('v128', 'rest');
    f.set(rest, negativeSize(a));
    exponentialMinusOne(f, set, rest);
    return minus(zero, rest);
  },
};

/** −d / (2 + d) with d = e^(−2 |x|) − 1, and the sign of x. */
const tanh: ActivationKernel = {
  name: 'tanh',
  value(f, set, x) {
    const { d } = f.locals('v128', 'd');
    f.set(d, times(negativeSize(x), constant(2)));
    exponentialMinusOne(f, set, d);
    f.set(x, withSign(over(d, plus(d, constant(2))), x));
  },
  // Not 1 − a², which loses its digits where a is almost 1.
  derivative: (_f, _set, _z, a) => times(minus(one, a), plus(one, a)),
};

/** 1 / (1 + e^−x) right of 0, eˣ / (1 + eˣ) left of it. */
const sigmoid: ActivationKernel = {
  name: 'sigmoid',
  value(f, set, x) {
    const { e } = f.locals('v128', 'e');
    f.set(e, negativeSize(x));
    exponential(f, set, e);
    f.set(x, over(choose(isLess(x, zero), e, one), plus(e, one)));
  },
  derivative: (_f, _set, _z, a) => times(a, minus(one, a)),
};

export const activationKernels = [leakyRelu, elu, gelu, softplus, tanh, sigmoid];
