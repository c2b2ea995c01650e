import { expect, it } from 'vitest';
import { type ActivationName, activations } from '../../../src/engine/activations';
import { activationPass } from '../../../src/engine/wasm/activationPass';
import { Arena, floats } from '../../../src/engine/wasm/arena';
import type { KernelExports } from '../../../src/engine/wasm/exports';
import type { LayerPlan } from '../../../src/engine/wasm/network';

const names = Object.keys(activations) as ActivationName[];

it.each(names)('%s works without a kernel, by the reference', activation => {
  const arena = new Arena();
  const [z, a, dz] = [arena.reserve(12), arena.reserve(12), arena.reserve(12)];
  const memory = arena.allocate();
  const numbers = Float32Array.from({ length: 12 }, (_, i) => (i - 5) / 2);
  floats(memory, z).set(numbers);
  floats(memory, dz).fill(2);
  const pass = activationPass({} as KernelExports, memory, { activation, stride: 16, z, a } as LayerPlan)!;
  pass.activate(2);
  const { value, derivative } = activations[activation];
  // Two rows of four numbers; the third is left alone.
  const outputs = numbers.map((number, i) => (i < 8 ? value(number) : 0));
  expect(floats(memory, a)).toEqual(outputs);
  pass.through(dz, 2);
  expect(floats(memory, dz)).toEqual(
    numbers.map((number, i) => (i < 8 ? 2 * derivative(number, outputs[i]!) : 2)),
  );
});
