import { describe, expect, it } from 'vitest';
import { Arena, integers } from '../../../src/engine/wasm/arena';
import { CallRecorder, planCalls } from '../../../src/engine/wasm/callRecorder';
import type { Instance, KernelExports } from '../../../src/engine/wasm/exports';

/** Two kernels that only tell what they were called with, and what is run of the calls that were written down. */
function recorded(nLayers = 1) {
  const arena = new Arena();
  const region = planCalls(arena, nLayers, 0);
  const memory = arena.allocate();
  const called: [string, ...number[]][] = [];
  const ran: number[][][] = [];
  const kernels = {
    gather: (...args: number[]) => called.push(['gather', ...args]),
    forward: (...args: number[]) => called.push(['forward', ...args]),
  } as unknown as KernelExports;
  const run: Instance['run'] = (address, nCalls) => {
    const numbers = integers(memory, { address, length: 16 * nCalls });
    ran.push(Array.from({ length: nCalls }, (_, i) => [...numbers.subarray(16 * i, 16 * i + 4)]));
  };
  return { recorder: new CallRecorder({ kernels, run }, memory, region), called, ran };
}

describe('a recorder', () => {
  it('calls the kernels at first, and then makes the same calls at once', () => {
    const { recorder, called, ran } = recorded();
    const { gather, forward } = recorder.kernels;
    const body = () => {
      gather(1, -2, 3);
      forward(4, 5, 6);
    };
    recorder.run(8, body);
    expect(called).toEqual([
      ['gather', 1, -2, 3],
      ['forward', 4, 5, 6],
    ]);
    recorder.run(8, body);
    recorder.run(8, body);
    expect(called).toHaveLength(2);
    const calls = [
      [0, 1, -2, 3],
      [1, 4, 5, 6],
    ];
    expect(ran).toEqual([calls, calls]);
  });

  it('leaves what is called otherwise as it is', () => {
    const { recorder, called, ran } = recorded();
    const body = (n: number) => () => recorder.kernels.gather(n);
    recorder.run(8, body(8));
    recorder.kernels.forward(7);
    recorder.run(5, body(5));
    expect(called).toEqual([
      ['gather', 8],
      ['forward', 7],
      ['gather', 5],
    ]);
    recorder.run(8, body(8));
    expect(ran).toEqual([[[0, 8, 0, 0]]]);
  });

  it('keeps the calls of whole batches, also when it begins with the rest of an epoch', () => {
    const { recorder, ran } = recorded();
    const body = (n: number) => () => recorder.kernels.gather(n);
    for (const n of [5, 8, 8, 5, 8]) recorder.run(n, body(n));
    expect(ran).toEqual([[[0, 8, 0, 0]], [[0, 8, 0, 0]]]);
  });

  it('writes other calls down when it is told to', () => {
    const { recorder, ran } = recorded();
    recorder.run(8, () => recorder.kernels.gather(1));
    recorder.forget();
    recorder.run(8, () => recorder.kernels.forward(2));
    recorder.run(8, () => recorder.kernels.forward(2));
    expect(ran).toEqual([[[1, 2, 0, 0]]]);
  });

  it('refuses more calls than it has room for', () => {
    const { recorder } = recorded(1);
    const body = () => {
      for (let n = 0; n < 20; n++) recorder.kernels.gather(n);
    };
    expect(() => recorder.run(8, body)).toThrow(RangeError);
  });
});
