import { exponential, logarithm } from './elementary';
import { FunctionBuilder } from './functionBuilder';
import type { InstructionSet } from './instructionSet';
import * as vector from './vector';
import { lanes, load, plus, splat, vectorBytes } from './vector';
import { add, type Expression, f32, f64, i32, type Variable } from './wat';

/**
 * Softmax and cross-entropy of a whole batch in one pass over the rows: dZ = (p − y) · scale, with scale = 1 / batch,
 * and each sample's loss ln Σ eᶻ − z[label], with the row's largest logit subtracted first.
 * `padding` holds 0 for each class and −∞ up to the next multiple of four, whose dZ becomes 0.
 * `losses` and `sums` have room for a multiple of four rows. Returns the sum of the losses; the number of rows whose
 * first largest logit is the label's is stored at `nCorrect`.
 */
export function softmaxCrossEntropy(set: InstructionSet): FunctionBuilder {
  const f = new FunctionBuilder('softmaxCrossEntropy', true);
  const p = f.parameters(
    ...(['logits', 'dz', 'stride', 'nVectors', 'padding', 'labels'] as const),
    ...(['losses', 'sums', 'nCorrect', 'nRows'] as const),
  );
  const scale = f.parameter('scale', 'f32');
  const { max, sum, x } = f.locals('v128', 'max', 'sum', 'x');
  const { rows, left, column, predicted, correct } = f.locals(
    'i32',
    ...(['rows', 'left', 'column', 'predicted', 'correct'] as const),
  );
  /** Visits the vectors of the row; `column` is the byte offset of each. */
  const alongRow = (visit: () => void) => {
    f.set(column, 0);
    f.set(left, p.nVectors);
    f.repeat(left, () => {
      visit();
      f.advance(column, vectorBytes);
    });
  };
  const label = i32.load(p.labels);
  const atLabel = (row: Variable) => add(row, i32.shiftLeft(label, 2));
  const row = i32.shiftLeft(i32.subtract(p.nRows, rows), 2);

  f.set(rows, p.nRows);
  f.repeat(rows, () => {
    f.set(max, vector.constant(Number.NEGATIVE_INFINITY));
    alongRow(() => {
      f.set(x, plus(load(add(p.logits, column)), load(add(p.padding, column))));
      f.store(add(p.dz, column), 0, x);
      f.set(max, vector.larger(max, x));
    });
    acrossLanes(f, max, vector.larger);

    f.set(sum, vector.constant(0));
    f.set(predicted, -1);
    alongRow(() => {
      f.set(x, load(add(p.dz, column)));
      rememberFirst(f, predicted, column, vector.bitmask(vector.isEqual(x, max)));
      f.set(x, vector.minus(x, max));
      exponential(f, set, x);
      f.store(add(p.dz, column), 0, x);
      f.set(sum, plus(sum, x));
    });
    acrossLanes(f, sum, plus);
    f.set(correct, add(correct, i32.equal(predicted, label)));
    f.do(f32.store(add(p.losses, row), f32.subtract(vector.lane(max, 0), f32.load(atLabel(p.logits)))));
    f.do(f32.store(add(p.sums, row), vector.lane(sum, 0)));

    f.set(sum, splat(f32.over(scale, vector.lane(sum, 0))));
    alongRow(() => f.store(add(p.dz, column), 0, vector.times(load(add(p.dz, column)), sum)));
    f.do(f32.store(atLabel(p.dz), f32.subtract(f32.load(atLabel(p.dz)), scale)));
    f.advance(p.logits, p.stride);
    f.advance(p.dz, p.stride);
    f.advance(p.labels, 4);
  });
  f.do(i32.store(p.nCorrect, correct));

  f.set(left, i32.quotient(add(p.nRows, lanes - 1), lanes));
  f.set(column, 0);
  f.repeat(left, () => {
    f.set(x, load(add(p.sums, column)));
    logarithm(f, set, x);
    f.store(add(p.losses, column), 0, plus(load(add(p.losses, column)), x));
    f.advance(column, vectorBytes);
  });
  returnTotal(f, p.losses, p.nRows);
  return f;
}

/** Leaves in every lane what comes of combining all four. */
function acrossLanes(f: FunctionBuilder, x: Variable, combine: (a: Expression, b: Expression) => Expression) {
  f.set(x, combine(x, vector.shuffle(x, x, [2, 3, 0, 1])));
  f.set(x, combine(x, vector.shuffle(x, x, [1, 0, 3, 2])));
}

/** Sets `index`, once, to that of the first lane of `mask` that is set; lanes are counted from the row's start. */
function rememberFirst(f: FunctionBuilder, index: Variable, column: Variable, mask: Expression) {
  const { found } = f.locals('i32', 'found');
  f.set(found, mask);
  f.when(i32.and(i32.notEqual(found, 0), i32.isNegative(index)), () =>
    f.set(index, add(i32.quotient(column, 4), i32.trailingZeros(found))),
  );
}

/** In float64, so that the mean of many losses keeps the digits of each. */
function returnTotal(f: FunctionBuilder, losses: Variable, nRows: Variable) {
  const { total } = f.locals('f64', 'total');
  f.repeat(nRows, () => {
    f.set(total, f64.add(total, f64.fromFloat(f32.load(losses))));
    f.advance(losses, 4);
  });
  f.returns(total, 'f64');
}
