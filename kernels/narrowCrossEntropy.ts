import { crossEntropyParameters, inverse } from './crossEntropy';
import { exponential, logarithm } from './elementary';
import { FunctionBuilder } from './functionBuilder';
import type { InstructionSet } from './instructionSet';
import { range } from './tile';
import * as vector from './vector';
import { lanes, load, plus, splat, vectorBytes } from './vector';
import { add, type Expression, f64, i32, type Variable } from './wat';

/**
 * Does what `crossEntropy` does, for at most two or four classes, four samples at a time: each class is a vector of its
 * own, so that nothing is combined across lanes. There must be room for a multiple of four rows of logits, dZ and
 * labels; what lies behind the last row of dZ is overwritten.
 */
export function narrowCrossEntropy(set: InstructionSet, nClasses: 2 | 4): FunctionBuilder {
  const f = new FunctionBuilder(`crossEntropy${nClasses}`, true);
  const p = f.parameters(...crossEntropyParameters);
  const four = f.vectors('samples', lanes);
  const z = four.slice(0, nClasses);
  const { max, sum, scale, share, label, loss } = f.locals(
    'v128',
    ...(['max', 'sum', 'scale', 'share', 'label', 'loss'] as const),
  );
  const { isSample, predicted, ofLabel } = f.locals('v128', 'isSample', 'predicted', 'ofLabel');
  const { left, row, correct } = f.locals('i32', 'left', 'row', 'correct');
  const { total } = f.locals('f64', 'total');
  const classNumber = (k: number) => f.once(vector.integerConstant(k));
  const isLabel = (k: number) => vector.isEqualInteger(label, classNumber(k));

  f.set(scale, splat(inverse(p.nRows)));
  f.set(left, i32.quotient(add(p.nRows, lanes - 1), lanes));
  f.repeat(left, () => {
    f.set(row, p.logits);
    for (const logits of four) {
      f.set(logits, plus(load(row), load(p.padding)));
      f.advance(row, p.stride);
    }
    f.set(p.logits, row);
    transpose(f, four);
    f.set(label, load(p.labels));
    f.set(isSample, vector.isLessInteger(f.once(vector.laneNumbers), vector.splatInteger(p.nRows)));

    const lowest = f.once(vector.constant(Number.NEGATIVE_INFINITY));
    f.set(
      max,
      z.reduce<Expression>((largest, x) => vector.largerOrFirst(x, largest), lowest),
    );
    f.set(predicted, classNumber(-1));
    f.set(ofLabel, vector.constant(0));
    // From the last to the first, because the first of equals is the prediction.
    for (const k of range(nClasses).reverse()) {
      f.set(predicted, vector.choose(vector.isEqual(z[k]!, max), classNumber(k), predicted));
      f.set(ofLabel, vector.bitsOr(ofLabel, vector.keepWhere(z[k]!, isLabel(k))));
    }

    for (const x of z) {
      f.set(x, vector.minus(x, max));
      exponential(f, set, x);
    }
    for (const none of four.slice(nClasses)) f.set(none, vector.constant(0));
    // In the order of a sum across lanes.
    const [a, b, c, d] = four;
    f.set(sum, plus(plus(a!, c!), plus(b!, d!)));
    f.set(share, vector.over(scale, sum));
    for (const [k, x] of z.entries())
      f.set(x, vector.minus(vector.times(x, share), vector.keepWhere(isLabel(k), scale)));
    transpose(f, four);
    for (const dz of four) {
      f.store(p.dz, 0, dz);
      f.advance(p.dz, p.stride);
    }

    f.set(loss, vector.minus(max, ofLabel));
    logarithm(f, set, sum);
    f.set(loss, vector.keepWhere(plus(loss, sum), isSample));
    for (const i of range(lanes)) f.set(total, f64.add(total, f64.fromFloat(vector.lane(loss, i))));
    const isCorrect = vector.keepWhere(vector.isEqualInteger(predicted, label), isSample);
    f.set(correct, add(correct, i32.countBits(vector.bitmask(isCorrect))));
    f.advance(p.labels, vectorBytes);
    f.set(p.nRows, i32.subtract(p.nRows, lanes));
  });
  f.do(i32.store(p.nCorrect, correct));
  f.do(f64.store(p.total, total));
  return f;
}

/** Turns four rows of four into columns, in place. */
function transpose(f: FunctionBuilder, rows: readonly Variable[]) {
  const [a, b, c, d] = rows as [Variable, Variable, Variable, Variable];
  const { left, right } = f.locals('v128', 'left', 'right');
  f.set(left, vector.shuffle(a, b, [0, 4, 1, 5]));
  f.set(a, vector.shuffle(a, b, [2, 6, 3, 7]));
  f.set(right, vector.shuffle(c, d, [0, 4, 1, 5]));
  f.set(c, vector.shuffle(c, d, [2, 6, 3, 7]));
  f.set(d, vector.shuffle(a, c, [2, 3, 6, 7]));
  f.set(c, vector.shuffle(a, c, [0, 1, 4, 5]));
  f.set(a, vector.shuffle(left, right, [0, 1, 4, 5]));
  f.set(b, vector.shuffle(left, right, [2, 3, 6, 7]));
}
