import { along } from './along';
import { FunctionBuilder } from './functionBuilder';
import { type OptimizerKernel, optimizerParameters } from './optimizers';
import { constant, floatBytes, keepWhere, largerOrFirst, load, plus, vectorBytes } from './vector';
import { add, i32, type Variable } from './wat';

/** Rows of a table that samples choose by their numbers: `nChoices` of each sample, −1 for none. */
const parameters = [
  ...(['values', 'stride', 'step', 'table', 'rowBytes', 'nVectors'] as const),
  ...(['choices', 'choiceStride', 'nChoices', 'nRows'] as const),
] as const;
type Arrays = Record<(typeof parameters)[number], Variable>;

/** Adds to each row of values all rows of the table that its sample has chosen: X W for one-hot rows X. */
export function addChosenRows(): FunctionBuilder {
  const f = new FunctionBuilder('addChosenRows', true);
  const p = f.parameters(...parameters);
  const { number, entry } = f.locals('i32', 'number', 'entry');
  const addRow = (place: Variable) => {
    f.set(entry, add(p.table, i32.times(number, p.rowBytes)));
    along(f, p.nVectors, vectorBytes, { place, entry }, at =>
      f.store(at.place, 0, plus(load(at.place), load(at.entry))),
    );
  };
  forEachChoice(f, p, (place, choice) => {
    f.set(number, i32.load(choice));
    f.when(i32.atLeast(number, 0), () => addRow(place));
  });
  return f;
}

/**
 * Writes the chosen rows one beside the other, `step` bytes apart, and zeros where none is chosen. What fills up a row
 * may lie where the next one begins, which comes later.
 */
export function copyChosenRows(): FunctionBuilder {
  const f = new FunctionBuilder('copyChosenRows', true);
  const p = f.parameters(...parameters);
  const { number, entry } = f.locals('i32', 'number', 'entry');
  forEachChoice(f, p, (place, choice) => {
    f.set(number, i32.load(choice));
    f.when(i32.isNegative(number), () =>
      along(f, p.nVectors, vectorBytes, { place }, at => f.store(at.place, 0, constant(0))),
    );
    f.when(i32.atLeast(number, 0), () => {
      f.set(entry, add(p.table, i32.times(number, p.rowBytes)));
      along(f, p.nVectors, vectorBytes, { place, entry }, at => f.store(at.place, 0, load(at.entry)));
    });
  });
  return f;
}

/**
 * The other way round: sums up the gradients of each chosen row. They lie in `table` in the order in which the rows are
 * met, as their numbers do in `touched`; `ranks` tells of each row its place there, from 1, and 0 where it has none.
 * Of the values beside a row, `masks` leaves nothing.
 */
export function sumChosenRows(): FunctionBuilder {
  const f = new FunctionBuilder('sumChosenRows', true);
  const p = f.parameters(...parameters, 'masks', 'touched', 'nTouched', 'ranks');
  const { number, entry, n } = f.locals('i32', 'number', 'entry', 'n');
  const { rank, rankPlace } = f.locals('i32', 'rank', 'rankPlace');
  const findRank = () => f.set(rankPlace, add(p.ranks, i32.times(number, floatBytes)));
  const findEntry = () => f.set(entry, add(p.table, i32.times(i32.subtract(rank, 1), p.rowBytes)));
  const touch = () => {
    f.do(i32.store(add(p.touched, i32.times(n, floatBytes)), number));
    f.advance(n, 1);
    f.set(rank, n);
    f.do(i32.store(rankPlace, rank));
    findEntry();
    along(f, p.nVectors, vectorBytes, { entry }, at => f.store(at.entry, 0, constant(0)));
  };
  const sumUp = (place: Variable) => {
    findRank();
    f.set(rank, i32.load(rankPlace));
    f.when(i32.equal(rank, 0), touch);
    findEntry();
    along(f, p.nVectors, vectorBytes, { place, entry, masks: p.masks }, at =>
      f.store(at.entry, 0, plus(load(at.entry), keepWhere(load(at.place), load(at.masks)))),
    );
  };
  f.set(n, i32.load(p.nTouched));
  along(f, n, floatBytes, { touched: p.touched }, at => {
    f.set(number, i32.load(at.touched));
    findRank();
    f.do(i32.store(rankPlace, 0));
  });
  f.set(n, 0);
  forEachChoice(f, p, (place, choice) => {
    f.set(number, i32.load(choice));
    f.when(i32.atLeast(number, 0), () => sumUp(place));
  });
  f.do(i32.store(p.nTouched, n));
  return f;
}

/** @param visit is told the addresses of a choice, and of the values that belong to it */
function forEachChoice(f: FunctionBuilder, p: Arrays, visit: (place: Variable, choice: Variable) => void) {
  const { place, choice, nLeft } = f.locals('i32', 'place', 'choice', 'nLeft');
  f.repeat(p.nRows, () => {
    f.set(place, p.values);
    f.set(choice, p.choices);
    f.set(nLeft, p.nChoices);
    f.repeat(nLeft, () => {
      visit(place, choice);
      f.advance(place, p.step);
      f.advance(choice, floatBytes);
    });
    f.advance(p.values, p.stride);
    f.advance(p.choices, p.choiceStride);
  });
}

/** max(0, z) in place, where the sums were not complete when their tile was. */
export function rectify(): FunctionBuilder {
  const f = new FunctionBuilder('rectify', true);
  const p = f.parameters('z', 'stride', 'nVectors', 'nRows');
  const { place, left } = f.locals('i32', 'place', 'left');
  f.repeat(p.nRows, () => {
    f.set(place, p.z);
    f.set(left, p.nVectors);
    f.repeat(left, () => {
      f.store(place, 0, largerOrFirst(load(place), constant(0)));
      f.advance(place, vectorBytes);
    });
    f.advance(p.z, p.stride);
  });
  return f;
}

/** One update of the `nTouched` rows with the numbers `touched`, and of no other; their gradients lie one after another. */
export function updateRows({ name }: OptimizerKernel): FunctionBuilder {
  const f = new FunctionBuilder(`updateRows${name}`, true);
  const p = f.parameters(
    ...(['table', 'rowBytes', 'nVectors', 'gradients', 'touched', 'nTouched'] as const),
    ...optimizerParameters,
  );
  const { nLeft } = f.locals('i32', 'nLeft');
  f.set(nLeft, i32.load(p.nTouched));
  f.repeat(nLeft, () => {
    const row = add(p.table, i32.times(i32.load(p.touched), p.rowBytes));
    f.call(`update${name}`, row, p.gradients, p.nVectors, ...optimizerParameters.map(each => p[each]));
    f.advance(p.gradients, p.rowBytes);
    f.advance(p.touched, floatBytes);
  });
  return f;
}
