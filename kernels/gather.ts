import { FunctionBuilder } from './functionBuilder';
import { range } from './tile';
import * as vector from './vector';
import { floatBytes, lanes, load, vectorBytes } from './vector';
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
  gatherBy(f, p, () => copySample(f, p));
  return f;
}

/** The same for bytes, which become numbers on the way: (byte − shift) · factor, with one of each an input. */
export function gatherBytes(): FunctionBuilder {
  const f = new FunctionBuilder('gatherBytes', true);
  const p = f.parameters(...parameters, 'shift', 'factor');
  gatherBy(f, p, () => scaleSample(f, p));
  return f;
}

/**
 * The samples lie anywhere in a memory that is larger than every cache, so waiting for them is most of the work. A few
 * are touched before they are copied: as long as nothing is written, many more lines are on their way at once.
 */
function gatherBy(f: FunctionBuilder, p: Arrays, bringSample: () => void) {
  const { group, ahead } = f.locals('i32', 'group', 'ahead');
  f.when(i32.atLeast(p.sampleStride, lineBytes), () =>
    f.repeat(
      p.nRows,
      () => {
        f.set(ahead, p.rows);
        f.set(group, groupSize);
        f.repeat(group, () => touchSample(f, p, ahead));
        f.set(group, groupSize);
        f.repeat(group, bringSample);
      },
      groupSize,
    ),
  );
  f.repeat(p.nRows, bringSample);
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

/** Copies one sample, and goes on to the next. */
function copySample(f: FunctionBuilder, p: Arrays) {
  const { from, to, left } = f.locals('i32', 'from', 'to', 'left');
  const copy = (nVectors: number) => {
    for (const v of range(nVectors)) f.store(to, vectorBytes * v, load(from, vectorBytes * v));
    f.advance(from, vectorBytes * nVectors);
    f.advance(to, vectorBytes * nVectors);
  };
  f.set(from, addressOf(p, p.rows));
  f.set(to, p.x);
  f.set(left, p.nInputs);
  f.repeat(left, () => copy(unrolled), lanes * unrolled);
  f.repeat(left, () => copy(1), lanes);
  f.repeat(left, () => {
    f.do(f32.store(to, f32.load(from)));
    f.advance(from, floatBytes);
    f.advance(to, floatBytes);
  });
  f.advance(p.x, p.xStride);
  f.advance(p.rows, floatBytes);
}

/** Makes numbers of one sample, and goes on to the next. */
function scaleSample(f: FunctionBuilder, p: Arrays & Record<'shift' | 'factor', Variable>) {
  const { from, to, shift, factor, left } = f.locals('i32', 'from', 'to', 'shift', 'factor', 'left');
  const { bytes } = f.locals('v128', 'bytes');
  const advance = (n: number) => {
    f.advance(from, n);
    for (const address of [to, shift, factor]) f.advance(address, floatBytes * n);
  };
  const scaled = (integers: Expression, offset: number) =>
    vector.times(vector.minus(vector.fromIntegers(integers), load(shift, offset)), load(factor, offset));
  f.set(from, addressOf(p, p.rows));
  f.set(to, p.x);
  f.set(shift, p.shift);
  f.set(factor, p.factor);
  f.set(left, p.nInputs);
  f.repeat(
    left,
    () => {
      f.set(bytes, load(from));
      for (const [v, integers] of vector.integersOfBytes(bytes).entries())
        f.store(to, vectorBytes * v, scaled(integers, vectorBytes * v));
      advance(vectorBytes);
    },
    vectorBytes,
  );
  f.repeat(left, () => {
    const number = f32.subtract(f32.fromInteger(i32.loadByte(from)), f32.load(shift));
    f.do(f32.store(to, f32.times(number, f32.load(factor))));
    advance(1);
  });
  f.advance(p.x, p.xStride);
  f.advance(p.rows, floatBytes);
}
