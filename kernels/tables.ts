import { FunctionBuilder } from './functionBuilder';
import { type OptimizerKernel, optimizerParameters } from './optimizers';
import { constant, floatBytes, largerOrFirst, load, plus, vectorBytes } from './vector';
import { add, i32, type Variable } from './wat';

/** Rows of a table that samples choose by their numbers: `nChoices` of each sample, −1 for none. */
const parameters = [
  ...(['values', 'stride', 'step', 'table', 'rowBytes', 'nVectors'] as const),
  ...(['choices', 'choiceStride', 'nChoices', 'nRows'] as const),
] as const;

/**
 * Adds to each row of values the rows of the table that its sample has chosen. The place of the next choice is `step`
 * bytes further; with 0 all choices of a sample add up, which is X W for one-hot rows X.
 */
export const addChosenRows = () =>
  forEachChosenRow('addChosenRows', (f, value, entry) => f.store(value, 0, plus(load(value), load(entry))));

/** The other way round: adds the gradients of the values to the rows of the table. */
export const addToChosenRows = () =>
  forEachChosenRow('addToChosenRows', (f, value, entry) => f.store(entry, 0, plus(load(entry), load(value))));

/** @param visit is told the addresses of four values, and of the entries of the table that belong to them */
function forEachChosenRow(
  name: string,
  visit: (f: FunctionBuilder, value: Variable, entry: Variable) => void,
): FunctionBuilder {
  const f = new FunctionBuilder(name, true);
  const p = f.parameters(...parameters);
  const { place, choice, nLeft, number } = f.locals('i32', 'place', 'choice', 'nLeft', 'number');
  const { value, entry, nVectors } = f.locals('i32', 'value', 'entry', 'nVectors');
  const visitRow = () => {
    f.set(value, place);
    f.set(entry, add(p.table, i32.times(number, p.rowBytes)));
    f.set(nVectors, p.nVectors);
    f.repeat(nVectors, () => {
      visit(f, value, entry);
      f.advance(value, vectorBytes);
      f.advance(entry, vectorBytes);
    });
  };
  f.repeat(p.nRows, () => {
    f.set(place, p.values);
    f.set(choice, p.choices);
    f.set(nLeft, p.nChoices);
    f.repeat(nLeft, () => {
      f.set(number, i32.load(choice));
      f.when(i32.atLeast(number, 0), visitRow);
      f.advance(place, p.step);
      f.advance(choice, floatBytes);
    });
    f.advance(p.values, p.stride);
    f.advance(p.choices, p.choiceStride);
  });
  return f;
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

/** One update of the rows with the numbers `rows`, and of no other; their gradients lie one after another. */
export function updateRows({ name }: OptimizerKernel): FunctionBuilder {
  const f = new FunctionBuilder(`updateRows${name}`, true);
  const p = f.parameters(
    ...(['table', 'rowBytes', 'nVectors', 'gradients', 'rows', 'nRows'] as const),
    ...optimizerParameters,
  );
  f.repeat(p.nRows, () => {
    const row = add(p.table, i32.times(i32.load(p.rows), p.rowBytes));
    f.call(`update${name}`, row, p.gradients, p.nVectors, ...optimizerParameters.map(each => p[each]));
    f.advance(p.gradients, p.rowBytes);
    f.advance(p.rows, floatBytes);
  });
  return f;
}
