import { expect, it } from 'vitest';
import relaxed from '../../../src/engine/wasm/relaxed.wasm';
import { shareMemory } from '../../../src/engine/wasm/shareMemory';
import simd from '../../../src/engine/wasm/simd.wasm';
import '../../helpers/relaxedSimd';

const memoryOf = (shared: boolean) => new WebAssembly.Memory({ initial: 1, maximum: 1, shared });
const instantiate = (bytes: Uint8Array<ArrayBuffer>, shared: boolean) =>
  new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory: memoryOf(shared) } });

it.each([
  ['relaxed', relaxed],
  ['simd', simd],
])('the module %s takes a shared memory, and has the same functions', (_, bytes) => {
  const before = bytes.slice();
  const shared = shareMemory(bytes);
  expect(Object.keys(instantiate(shared, true).exports)).toEqual(
    Object.keys(instantiate(bytes, false).exports),
  );
  expect(() => instantiate(bytes, true)).toThrow(WebAssembly.LinkError);
  expect(() => instantiate(shared, false)).toThrow(WebAssembly.LinkError);
  expect(bytes).toEqual(before);
});

it('a module without a memory is refused', () => {
  expect(() => shareMemory(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0))).toThrow('imports no memory');
});
