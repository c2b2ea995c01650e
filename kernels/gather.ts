import { FunctionBuilder } from './functionBuilder';
import { range } from './tile';
import { floatBytes, lanes, load, vectorBytes } from './vector';
import { add, f32, i32, type Variable } from './wat';

const lineBytes = 64;
/** Lines of the cache that are touched, and vectors that are copied, in one turn. */
const unrolled = 8;
/** Samples that are touched before the first of them is copied: wide ones just fit into the first cache. */
const groupSize = 8;

/**
 * Copies the samples with the numbers `rows` to consecutive rows of X; both have their own stride.
 *
 * The samples lie anywhere in a memory that is larger than every cache, so waiting for them is most of the work. A few
 * are touched before they are copied: as long as nothing is written, many more lines are on their way at once.
 */
export function gather(): FunctionBuilder {
  const f = new FunctionBuilder('gather', true);
  const p = f.parameters('x', 'xStride', 'samples', 'sampleStride', 'nInputs', 'rows', 'nRows');
  const { group, ahead } = f.locals('i32', 'group', 'ahead');
  f.when(i32.atLeast(p.sampleStride, lineBytes), () =>
    f.repeat(
      p.nRows,
      () => {
        f.set(ahead, p.rows);
        f.set(group, groupSize);
        f.repeat(group, () => touchSample(f, p, ahead));
        f.set(group, groupSize);
        f.repeat(group, () => copySample(f, p));
      },
      groupSize,
    ),
  );
  f.repeat(p.nRows, () => copySample(f, p));
  return f;
}

type Arrays = Record<'x' | 'xStride' | 'samples' | 'sampleStride' | 'nInputs' | 'rows', Variable>;

const addressOf = ({ samples, sampleStride }: Arrays, row: Variable) =>
  add(samples, i32.times(i32.load(row), sampleStride));

/** Reads one number of each line. */
function touchSample(f: FunctionBuilder, p: Arrays, row: Variable) {
  const { from, left, touched } = f.locals('i32', 'from', 'left', 'touched');
  const touch = (nLines: number) => {
    for (const line of range(nLines)) f.set(touched, i32.or(touched, i32.load(add(from, lineBytes * line))));
    f.advance(from, lineBytes * nLines);
  };
  f.set(from, addressOf(p, row));
  f.set(left, p.sampleStride);
  f.repeat(left, () => touch(unrolled), lineBytes * unrolled);
  f.repeat(left, () => touch(1), lineBytes);
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
