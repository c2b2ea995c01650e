import { exponential, logarithm } from './elementary';
import { FunctionBuilder } from './functionBuilder';
import type { InstructionSet } from './instructionSet';
import * as vector from './vector';
import { floatBytes, lanes, load, plus, splat, vectorBytes } from './vector';
import { add, type Expression, f32, f64, i32, type Variable } from './wat';

export const crossEntropyParameters = [
  ...(['logits', 'dz', 'stride', 'nVectors', 'padding', 'labels'] as const),
  ...(['losses', 'sums', 'total', 'nCorrect', 'nRows'] as const),
] as const;

/**
 * Softmax and cross-entropy of a whole batch in one pass over the rows: dZ = (p − y) / batch, and each sample's loss
 * ln Σ eᶻ − z[label], with the row's largest logit subtracted first.
 * `padding` holds 0 for each class and −∞ up to the next multiple of four, whose dZ becomes 0.
 * `losses` and `sums` have room for a multiple of four rows. The sum of the losses is stored at `total` in float64, so
 * that the mean of many keeps the digits of each; the number of rows whose first largest logit is the label's at
 * `nCorrect`. A NaN may be missed by the maximum; the sum has it.
 */
export function crossEntropy(set: InstructionSet): FunctionBuilder {
  const f = new FunctionBuilder('crossEntropy', true);
  const p = f.parameters(...crossEntropyParameters);
  const { max, sum, x, scale, isLabel, share } = f.locals(
    'v128',
    ...(['max', 'sum', 'x', 'scale', 'isLabel', 'share'] as const),
  );
  const { left, label, correct, predicted, mask } = f.locals(
    'i32',
    ...(['left', 'label', 'correct', 'predicted', 'mask'] as const),
  );
  const { loss, expSum } = f.locals('i32', 'loss', 'expSum');
  const row = alongRow(f, p);

  f.set(scale, splat(inverse(p.nRows)));
  f.set(left, p.nRows);
  f.set(loss, p.losses);
  f.set(expSum, p.sums);
  f.repeat(left, () => {
    f.set(label, i32.load(p.labels));
    f.set(max, vector.constant(Number.NEGATIVE_INFINITY));
    row.visit(() => {
      row.keep(plus(load(add(p.logits, row.offset)), load(add(p.padding, row.offset))));
      f.set(max, vector.largerOrFirst(row.kept, max));
    });
    acrossLanes(f, max, vector.largerOrFirst);

    f.set(sum, vector.constant(0));
    f.set(predicted, -1);
    row.visit(() => {
      f.set(x, row.kept);
      f.set(mask, vector.bitmask(vector.isEqual(x, max)));
      f.when(i32.and(i32.notEqual(mask, 0), i32.isNegative(predicted)), () =>
        f.set(predicted, add(i32.quotient(row.offset, floatBytes), i32.trailingZeros(mask))),
      );
      f.set(x, vector.minus(x, max));
      exponential(f, set, x);
      row.keep(x);
      f.set(sum, plus(sum, x));
    });
    acrossLanes(f, sum, plus);

    f.set(share, vector.over(scale, sum));
    row.visit(() => {
      f.set(isLabel, vector.isEqualInteger(row.columns, vector.splatInteger(label)));
      row.keep(vector.minus(vector.times(row.kept, share), vector.keepWhere(isLabel, scale)));
    });
    const ofLabel = f32.load(add(p.logits, i32.times(label, floatBytes)));
    f.do(f32.store(loss, f32.subtract(vector.lane(max, 0), ofLabel)));
    f.do(f32.store(expSum, vector.lane(sum, 0)));
    f.set(correct, add(correct, i32.equal(predicted, label)));

    f.advance(p.logits, p.stride);
    f.advance(p.dz, p.stride);
    for (const array of [p.labels, loss, expSum]) f.advance(array, floatBytes);
  });
  f.do(i32.store(p.nCorrect, correct));
  addLogarithms(f, set, p);
  storeTotal(f, p);
  return f;
}

/** 1 / count in float32. */
export const inverse = (count: Variable) => f32.over(f32.one, f32.fromInteger(count));

/** A row of classes from left to right, four at a time. What one visit keeps for the next lies where dZ will be. */
function alongRow(f: FunctionBuilder, p: Record<'dz' | 'nVectors', Variable>) {
  const { offset, left } = f.locals('i32', 'offset', 'left');
  const { columns } = f.locals('v128', 'columns');
  const here = add(p.dz, offset);
  return {
    offset,
    /** The number of its column in each lane. */
    columns,
    kept: load(here),
    keep: (value: Expression) => f.store(here, 0, value),
    visit(body: () => void) {
      f.set(offset, 0);
      f.set(columns, vector.laneNumbers);
      f.set(left, p.nVectors);
      f.repeat(left, () => {
        body();
        f.advance(offset, vectorBytes);
        f.set(columns, vector.addIntegers(columns, f.once(vector.integerConstant(lanes))));
      });
    },
  };
}

/** Leaves in every lane what comes of combining all four. */
function acrossLanes(f: FunctionBuilder, x: Variable, combine: (a: Expression, b: Expression) => Expression) {
  f.set(x, combine(x, vector.shuffle(x, x, [2, 3, 0, 1])));
  f.set(x, combine(x, vector.shuffle(x, x, [1, 0, 3, 2])));
}

/** losses ← losses + ln sums, four rows at a time. */
function addLogarithms(
  f: FunctionBuilder,
  set: InstructionSet,
  p: Record<'losses' | 'sums' | 'nRows', Variable>,
) {
  const { left, offset } = f.locals('i32', 'left', 'offset');
  const { x } = f.locals('v128', 'x');
  f.set(left, i32.quotient(add(p.nRows, lanes - 1), lanes));
  f.repeat(left, () => {
    f.set(x, load(add(p.sums, offset)));
    logarithm(f, set, x);
    f.store(add(p.losses, offset), 0, plus(load(add(p.losses, offset)), x));
    f.advance(offset, vectorBytes);
  });
}

function storeTotal(f: FunctionBuilder, p: Record<'losses' | 'total' | 'nRows', Variable>) {
  const { sum } = f.locals('f64', 'sum');
  f.repeat(p.nRows, () => {
    f.set(sum, f64.add(sum, f64.fromFloat(f32.load(p.losses))));
    f.advance(p.losses, floatBytes);
  });
  f.do(f64.store(p.total, sum));
}
