import { FunctionBuilder } from './functionBuilder';
import { floatBytes } from './vector';
import { i32 } from './wat';

/** A call takes a line of the cache: the number of the kernel, then its arguments. */
const callBytes = 64;

/**
 * Makes calls that were written down before, one after the other. Many layers are so small that calling a kernel from
 * outside takes longer than what it does. Kernels are numbered as the module lists them.
 */
export function run(kernels: readonly FunctionBuilder[]): FunctionBuilder {
  const f = new FunctionBuilder('run', true);
  const p = f.parameters('calls', 'nCalls');
  const make = ({ name, nParameters }: FunctionBuilder) => {
    const values = Array.from({ length: nParameters }, (_, i) => i32.load(p.calls, floatBytes * (1 + i)));
    f.call(name, ...values);
  };
  f.repeat(p.nCalls, () => {
    f.choose(
      i32.load(p.calls),
      kernels.map(kernel => () => make(kernel)),
    );
    f.advance(p.calls, callBytes);
  });
  return f;
}
