import { FunctionBuilder } from './functionBuilder';
import { range } from './tile';
import {
  bytesPerVector,
  floatBytes,
  fromBytes,
  lanes,
  load,
  loadBytes,
  minus,
  over,
  vectorBytes,
} from './vector';
import { add, type Expression, f32, i32, type Variable } from './wat';

const lineBytes = 64;
/** Lines of the cache that are touched, and vectors that are copied, in one turn. */
const unrolled = 8;
/** Samples that are touched before the first of them is copied: wide ones just fit into the first cache. */
const groupSize = 8;

const parameters = ['x', 'xStride', 'samples', 'sampleStride', 'nInputs', 'rows', 'nRows'] as const;
type Arrays = Record<(typeof parameters)[number], Variable>;

/** Copies the samples with the numbers `rows` to consecutive rows of X; both have their own stride. */
export function gather(): FunctionBuilder {
  const f = new FunctionBuilder('gather', true);
  const p = f.parameters(...parameters);
  forEachSample(f, p, sample => copyNumbers(f, p, sample));
  return f;
}

/**
 * The same for samples in bytes, which become (byte − shift) / scale on the way: a quarter of the memory to wait for.
 * `shifts` and `scales` hold one number an input.
 */
export function gatherBytes(): FunctionBuilder {
  const f = new FunctionBuilder('gatherBytes', true);
  const p = f.parameters(...parameters, 'shifts', 'scales');
  forEachSample(f, p, sample => scaleBytes(f, p, sample));
  return f;
}

/**
 * The samples lie anywhere in a memory that is larger than every cache, so waiting for them is most of the work. A few
 * are touched before they are visited: as long as nothing is written, many more lines are on their way at once.
 * @param visit is told the address of a sample, which it may change
 */
function forEachSample(f: FunctionBuilder, p: Arrays, visit: (sample: Variable) => void) {
  const { group, ahead, sample } = f.locals('i32', 'group', 'ahead', 'sample');
  const visitNext = () => {
    f.set(sample, addressOf(p, p.rows));
    visit(sample);
    f.advance(p.x, p.xStride);
    f.advance(p.rows, floatBytes);
  };
  f.when(i32.atLeast(p.sampleStride, lineBytes), () =>
    f.repeat(
      p.nRows,
      () => {
        f.set(ahead, p.rows);
        f.set(group, groupSize);
        f.repeat(group, () => touchSample(f, p, ahead));
        f.set(group, groupSize);
        f.repeat(group, visitNext);
      },
      groupSize,
    ),
  );
  f.repeat(p.nRows, visitNext);
}

const addressOf = ({ samples, sampleStride }: Arrays, row: Variable) =>
  add(samples, i32.times(i32.load(row), sampleStride));

/** Reads one number of each line. */
function touchSample(f: FunctionBuilder, p: Arrays, row: Variable) {
  const { from, left, touched } = f.locals('i32', 'from', 'left', 'touched');
  const touch = (address: Expression) => f.set(touched, i32.or(touched, i32.load(address)));
  const touchLines = (nLines: number) => {
    for (const line of range(nLines)) touch(add(from, lineBytes * line));
    f.advance(from, lineBytes * nLines);
  };
  f.set(from, addressOf(p, row));
  f.set(left, p.sampleStride);
  f.repeat(left, () => touchLines(unrolled), lineBytes * unrolled);
  f.repeat(left, () => touchLines(1), lineBytes);
  // A sample that begins within a line ends in one more.
  touch(i32.subtract(add(from, left), floatBytes));
  f.advance(row, floatBytes);
}

function copyNumbers(f: FunctionBuilder, { x, nInputs }: Arrays, from: Variable) {
  const { to, left } = f.locals('i32', 'to', 'left');
  const copy = (nVectors: number) => {
    for (const v of range(nVectors)) f.store(to, vectorBytes * v, load(from, vectorBytes * v));
    f.advance(from, vectorBytes * nVectors);
    f.advance(to, vectorBytes * nVectors);
  };
  f.set(to, x);
  f.set(left, nInputs);
  f.repeat(left, () => copy(unrolled), lanes * unrolled);
  f.repeat(left, () => copy(1), lanes);
  f.repeat(left, () => {
    f.do(f32.store(to, f32.load(from)));
    f.advance(from, floatBytes);
    f.advance(to, floatBytes);
  });
}

/** Rounded after the subtraction and after the division, as the reference does. */
function scaleBytes(
  f: FunctionBuilder,
  { x, nInputs, shifts, scales }: Arrays & Record<'shifts' | 'scales', Variable>,
  from: Variable,
) {
  const { to, shift, scale, left } = f.locals('i32', 'to', 'shift', 'scale', 'left');
  const bytes = f.vector('bytes');
  const advance = (n: number) => {
    f.advance(from, n);
    for (const numbers of [to, shift, scale]) f.advance(numbers, floatBytes * n);
  };
  f.set(to, x);
  f.set(shift, shifts);
  f.set(scale, scales);
  f.set(left, nInputs);
  const scaleVectors = (nVectors: number) => {
    for (const [v, numbers] of fromBytes(bytes).slice(0, nVectors).entries()) {
      const at = vectorBytes * v;
      f.store(to, at, over(minus(numbers, load(shift, at)), load(scale, at)));
    }
    advance(lanes * nVectors);
  };
  f.repeat(
    left,
    () => {
      f.set(bytes, load(from));
      scaleVectors(bytesPerVector / lanes);
    },
    bytesPerVector,
  );
  f.repeat(
    left,
    () => {
      f.set(bytes, loadBytes(from));
      scaleVectors(1);
    },
    lanes,
  );
  f.repeat(left, () => {
    const shifted = f32.subtract(f32.fromInteger(i32.loadByte(from)), f32.load(shift));
    f.do(f32.store(to, f32.over(shifted, f32.load(scale))));
    advance(1);
  });
}
