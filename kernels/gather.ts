import { FunctionBuilder } from './functionBuilder';
import { floatBytes, lanes, load, vectorBytes } from './vector';
import { add, f32, i32 } from './wat';

/** Copies the samples with the numbers `rows` to consecutive rows of X; both have their own stride. */
export function gather(): FunctionBuilder {
  const f = new FunctionBuilder('gather', true);
  const p = f.parameters('x', 'xStride', 'samples', 'sampleStride', 'nInputs', 'rows', 'nRows');
  const { from, to, left } = f.locals('i32', 'from', 'to', 'left');
  f.repeat(p.nRows, () => {
    f.set(from, add(p.samples, i32.times(i32.load(p.rows), p.sampleStride)));
    f.set(to, p.x);
    f.set(left, p.nInputs);
    f.repeat(
      left,
      () => {
        f.store(to, 0, load(from));
        f.advance(from, vectorBytes);
        f.advance(to, vectorBytes);
      },
      lanes,
    );
    f.repeat(left, () => {
      f.do(f32.store(to, f32.load(from)));
      f.advance(from, floatBytes);
      f.advance(to, floatBytes);
    });
    f.advance(p.x, p.xStride);
    f.advance(p.rows, 4);
  });
  return f;
}
