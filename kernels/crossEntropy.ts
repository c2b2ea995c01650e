import { exponential, logarithm } from './elementary';
import { FunctionBuilder } from './functionBuilder';
import type { InstructionSet } from './instructionSet';
import * as vector from './vector';
import { lanes, load, plus, splat, vectorBytes } from './vector';
import { add, type Expression, f32, f64, i32, type Variable } from './wat';

/** A row of classes, seen four at a time. */
interface Row {
  /** Visits the vectors of the row from left to right. */
  along(visit: (cell: Cell) => void): void;
  /** The column of the first lane in which a mask is set, for masks that are given from left to right. */
  firstColumn(mask: Expression): Expression;
}

interface Cell {
  readonly logits: Expression;
  /** The number of its column in each lane. */
  readonly columns: Expression;
  /** What the last visit has left here. */
  readonly kept: Expression;
  keep(value: Expression): void;
  write(dz: Expression): void;
}

/**
 * Softmax and cross-entropy of a whole batch in one pass over the rows: dZ = (p − y) · scale, with scale = 1 / batch,
 * and each sample's loss ln Σ eᶻ − z[label], with the row's largest logit subtracted first.
 * `padding` holds 0 for each class and −∞ up to the next multiple of four, whose dZ becomes 0.
 * `losses` and `sums` have room for a multiple of four rows. Returns the sum of the losses; the number of rows whose
 * first largest logit is the label's is stored at `nCorrect`. A NaN may be missed by the maximum; the sum has it.
 * @param isNarrow for at most four classes, of which a row stays in one register
 */
export function softmaxCrossEntropy(set: InstructionSet, isNarrow: boolean): FunctionBuilder {
  const f = new FunctionBuilder(isNarrow ? 'narrowCrossEntropy' : 'crossEntropy', true);
  const p = f.parameters(
    ...(['logits', 'dz', 'stride', 'nVectors', 'padding', 'labels'] as const),
    ...(['losses', 'sums', 'nCorrect', 'nRows'] as const),
  );
  const scale = f.parameter('scale', 'f32');
  const { max, sum, x, oneHot, share } = f.locals('v128', 'max', 'sum', 'x', 'oneHot', 'share');
  const { left, label, correct, predicted } = f.locals('i32', 'left', 'label', 'correct', 'predicted');
  const { loss, total } = f.locals('i32', 'loss', 'total');
  const row = (isNarrow ? rowInRegister : rowInMemory)(f, p);

  f.set(left, p.nRows);
  f.set(loss, p.losses);
  f.set(total, p.sums);
  f.repeat(left, () => {
    f.set(label, i32.load(p.labels));
    f.set(max, vector.constant(Number.NEGATIVE_INFINITY));
    row.along(({ logits, keep, kept }) => {
      keep(logits);
      f.set(max, vector.largerOrFirst(kept, max));
    });
    acrossLanes(f, max, vector.largerOrFirst);

    f.set(sum, vector.constant(0));
    f.set(predicted, -1);
    row.along(({ kept, keep }) => {
      f.set(x, kept);
      f.set(predicted, row.firstColumn(vector.bitmask(vector.isEqual(x, max))));
      f.set(x, vector.minus(x, max));
      exponential(f, set, x);
      keep(x);
      f.set(sum, plus(sum, x));
    });
    acrossLanes(f, sum, plus);

    f.set(share, splat(f32.over(scale, vector.lane(sum, 0))));
    row.along(({ columns, kept, write }) => {
      f.set(
        oneHot,
        vector.keepWhere(vector.isEqualInteger(columns, vector.splatInteger(label)), splat(scale)),
      );
      write(vector.minus(vector.times(kept, share), oneHot));
    });
    const ofLabel = f32.load(add(p.logits, i32.times(label, 4)));
    f.do(f32.store(loss, f32.subtract(vector.lane(max, 0), ofLabel)));
    f.do(f32.store(total, vector.lane(sum, 0)));
    f.set(correct, add(correct, i32.equal(predicted, label)));

    f.advance(p.logits, p.stride);
    f.advance(p.dz, p.stride);
    for (const array of [p.labels, loss, total]) f.advance(array, 4);
  });
  f.do(i32.store(p.nCorrect, correct));
  addLogarithms(f, set, p);
  returnTotal(f, p.losses, p.nRows);
  return f;
}

type Arrays = Record<'logits' | 'dz' | 'padding' | 'nVectors', Variable>;

/** All classes in one vector: what is kept stays in a register. */
function rowInRegister(f: FunctionBuilder, p: Arrays): Row {
  const { kept } = f.locals('v128', 'kept');
  const cell: Cell = {
    logits: plus(load(p.logits), load(p.padding)),
    columns: vector.laneNumbers,
    kept,
    keep: value => f.set(kept, value),
    write: dz => f.store(p.dz, 0, dz),
  };
  return { along: visit => visit(cell), firstColumn: i32.trailingZeros };
}

/** Any number of classes: what is kept lies where dZ will be. */
function rowInMemory(f: FunctionBuilder, p: Arrays): Row {
  const { offset, left, first, found } = f.locals('i32', 'offset', 'left', 'first', 'found');
  const { columns } = f.locals('v128', 'columns');
  const here = add(p.dz, offset);
  const cell: Cell = {
    logits: plus(load(add(p.logits, offset)), load(add(p.padding, offset))),
    columns,
    kept: load(here),
    keep: value => f.store(here, 0, value),
    write: value => f.store(here, 0, value),
  };
  return {
    along(visit) {
      f.set(offset, 0);
      f.set(columns, vector.laneNumbers);
      f.set(first, -1);
      f.set(left, p.nVectors);
      f.repeat(left, () => {
        visit(cell);
        f.advance(offset, vectorBytes);
        f.set(columns, vector.addIntegers(columns, vector.integerConstant(lanes)));
      });
    },
    firstColumn(mask) {
      f.set(found, mask);
      f.when(i32.and(i32.notEqual(found, 0), i32.isNegative(first)), () =>
        f.set(first, add(i32.quotient(offset, 4), i32.trailingZeros(found))),
      );
      return first;
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

/** In float64, so that the mean of many losses keeps the digits of each. */
function returnTotal(f: FunctionBuilder, losses: Variable, nRows: Variable) {
  const { total } = f.locals('f64', 'total');
  f.repeat(nRows, () => {
    f.set(total, f64.add(total, f64.fromFloat(f32.load(losses))));
    f.advance(losses, 4);
  });
  f.returns(total, 'f64');
}
