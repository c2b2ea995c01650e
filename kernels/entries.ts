import { FunctionBuilder } from './functionBuilder';
import * as vector from './vector';
import { floatBytes, lanes, vectorBytes } from './vector';
import { add, type Expression, f32, i32, type Variable } from './wat';

/** A number that is not 0: where it belongs (an int32), then its value (a float32). */
export const entryBytes = 8;

/**
 * Lists the entries of each row of X: the numbers that are not 0 (NaN is not), with the numbers of their inputs. The
 * entries of a row begin `entryStride` bytes after those of the row before, with room for four more than there are
 * inputs; `counts` says how many they are. `orders` holds for each of the 16 sets of lanes a vector of the bytes that
 * bring them to the front.
 *
 * Four numbers at a time, without a jump that would have to be guessed: what is no entry is overwritten by the next.
 */
export function listEntries(): FunctionBuilder {
  const f = new FunctionBuilder('listEntries', true);
  const p = f.parameters('x', 'xStride', 'nInputs', 'nRows', 'entries', 'entryStride', 'counts', 'orders');
  const { x, input, left, place, isEntry } = f.locals('i32', 'x', 'input', 'left', 'place', 'isEntry');
  const { values, inputs, order } = f.locals('v128', 'values', 'inputs', 'order');

  const appendFour = () => {
    f.set(values, vector.load(x));
    f.set(isEntry, vector.bitmask(vector.isNotEqual(values, vector.constant(0))));
    f.set(order, vector.load(add(p.orders, i32.times(isEntry, vectorBytes))));
    f.set(inputs, vector.addIntegers(vector.splatInteger(input), vector.laneNumbers));
    f.set(inputs, vector.swizzle(inputs, order));
    f.set(values, vector.swizzle(values, order));
    f.store(place, 0, vector.shuffle(inputs, values, [0, 4, 1, 5]));
    f.store(place, vectorBytes, vector.shuffle(inputs, values, [2, 6, 3, 7]));
    f.advance(place, i32.times(i32.countBits(isEntry), entryBytes));
    f.advance(x, vectorBytes);
    f.advance(input, lanes);
  };
  const append = () => {
    storeEntry(f, place, input, i32.load(x));
    f.advance(place, i32.times(f32.isNotZero(f32.load(x)), entryBytes));
    f.advance(x, floatBytes);
    f.advance(input, 1);
  };

  f.repeat(p.nRows, () => {
    f.set(x, p.x);
    f.set(input, 0);
    f.set(place, p.entries);
    f.set(left, p.nInputs);
    f.repeat(left, appendFour, lanes);
    f.repeat(left, append);
    f.do(i32.store(p.counts, i32.quotient(i32.subtract(place, p.entries), entryBytes)));
    f.advance(p.counts, floatBytes);
    f.advance(p.entries, p.entryStride);
    f.advance(p.x, p.xStride);
  });
  return f;
}

function storeEntry(f: FunctionBuilder, place: Expression, number: Expression, value: Expression) {
  f.do(i32.store(place, number));
  f.do(i32.store(add(place, floatBytes), value));
}

/**
 * The same entries, listed by inputs: for each one the samples in which it is not 0, as distances of their rows of dZ.
 * The list of an input begins `listStride` bytes after that of the input before; `ends` says where each one ends.
 */
export function listColumns(): FunctionBuilder {
  const f = new FunctionBuilder('listColumns', true);
  const p = f.parameters(
    ...(['entries', 'entryStride', 'counts', 'nRows', 'dzStride'] as const),
    ...(['lists', 'listStride', 'ends', 'nInputs'] as const),
  );
  const { entry, left, dz } = f.locals('i32', 'entry', 'left', 'dz');
  const { end, place } = f.locals('i32', 'end', 'place');
  f.set(end, p.ends);
  f.repeat(p.nInputs, () => {
    f.do(i32.store(end, p.lists));
    f.advance(end, floatBytes);
    f.advance(p.lists, p.listStride);
  });
  f.repeat(p.nRows, () => {
    forEachEntry(f, { entries: p.entries, nEntries: i32.load(p.counts) }, { entry, left }, () => {
      f.set(end, add(p.ends, i32.times(i32.load(entry), floatBytes)));
      f.set(place, i32.load(end));
      storeEntry(f, place, dz, i32.load(add(entry, floatBytes)));
      f.do(i32.store(end, add(place, entryBytes)));
    });
    f.advance(p.counts, floatBytes);
    f.advance(p.entries, p.entryStride);
    f.advance(dz, p.dzStride);
  });
  return f;
}

/** Walks through a list: `entry` is the address of each entry in turn. */
export function forEachEntry(
  f: FunctionBuilder,
  list: { readonly entries: Expression; readonly nEntries: Expression },
  { entry, left }: Record<'entry' | 'left', Variable>,
  visit: () => void,
) {
  f.set(entry, list.entries);
  f.set(left, list.nEntries);
  const visitNext = () => {
    visit();
    f.advance(entry, entryBytes);
  };
  f.repeat(
    left,
    () => {
      visitNext();
      visitNext();
    },
    2,
  );
  f.repeat(left, visitNext);
}
