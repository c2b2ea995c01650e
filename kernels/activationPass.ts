import type { ActivationKernel } from './activations';
import { FunctionBuilder } from './functionBuilder';
import type { InstructionSet } from './instructionSet';
import { load, times, vectorBytes } from './vector';

/** A = f(Z) for `nVectors` times four numbers that lie together. */
export function activationValue(set: InstructionSet, { name, value }: ActivationKernel): FunctionBuilder {
  const f = new FunctionBuilder(`${name}.value`, true);
  const p = f.parameters('z', 'a', 'nVectors');
  const { x } = f.locals('v128', 'x');
  f.repeat(p.nVectors, () => {
    f.set(x, load(p.z));
    value(f, set, x);
    f.store(p.a, 0, x);
    for (const array of [p.z, p.a]) f.advance(array, vectorBytes);
  });
  return f;
}

/** dZ = dA ⊙ f′(Z), in place. */
export function activationDerivative(
  set: InstructionSet,
  { name, derivative }: ActivationKernel,
): FunctionBuilder {
  const f = new FunctionBuilder(`${name}.derivative`, true);
  const p = f.parameters('dz', 'z', 'a', 'nVectors');
  const { z, a } = f.locals('v128', 'z', 'a');
  f.repeat(p.nVectors, () => {
    f.set(z, load(p.z));
    f.set(a, load(p.a));
    f.store(p.dz, 0, times(load(p.dz), derivative(f, set, z, a)));
    for (const array of [p.dz, p.z, p.a]) f.advance(array, vectorBytes);
  });
  return f;
}
