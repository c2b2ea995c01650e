import type { FunctionBuilder } from './functionBuilder';
import type { Expression, Variable } from './wat';

/** Goes through several arrays at once: `n` times, `step` bytes further in each of them every time. */
export function along<Name extends string>(
  f: FunctionBuilder,
  n: Variable,
  step: Expression,
  starts: Record<Name, Variable>,
  visit: (places: Record<Name, Variable>) => void,
) {
  const left = f.local('i32', 'left');
  const pairs = Object.entries<Variable>(starts).map(([name, start]) => ({
    start,
    name,
    place: f.address(name),
  }));
  f.set(left, n);
  for (const { place, start } of pairs) f.set(place, start);
  f.repeat(left, () => {
    visit(Object.fromEntries(pairs.map(({ name, place }) => [name, place])) as Record<Name, Variable>);
    for (const { place } of pairs) f.advance(place, step);
  });
}
