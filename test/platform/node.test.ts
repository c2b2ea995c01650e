import { spawn, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { nodePlatform } from '../../src/platform/node';
import { temporaryFolder } from '../helpers/temporaryFolder';

const platform = nodePlatform('/descent');
const folder = temporaryFolder();

test.each([
  ['/a', '/a/b', true],
  ['/a', '/a', true],
  ['/a', '/a/..b', true],
  ['/a', '/ab', false],
  ['/a', '/a/../b', false],
  ['/a', '/', false],
])('is it inside %s: %s, %s', (outer, path, isInside) => {
  expect(platform.paths.isInside(outer, path)).toBe(isInside);
});

describe('gunzip', () => {
  const packed = gzipSync(new Uint8Array(1000));

  it('unpacks up to the cap', () => {
    expect(platform.gunzip(packed, 1000)).toEqual(new Uint8Array(1000));
    expect(() => platform.gunzip(packed, 999)).toThrow();
  });

  it('does not rely on the size that the file tells', () => {
    const two = new Uint8Array([...packed, ...gzipSync(Uint8Array.of(1, 2))]);
    expect(platform.gunzip(two, 2000)).toEqual(
      Uint8Array.from({ length: 1002 }, (_, i) => Math.max(0, i - 999)),
    );
    expect(platform.gunzip(gzipSync(new Uint8Array()), 10)).toHaveLength(0);
    // The size is the last four bytes; zlib itself refuses one that is wrong.
    const lying = Uint8Array.from(packed).fill(0xff, -4);
    expect(() => platform.gunzip(lying, 2 ** 31)).toThrow();
  });

  it('takes the memory once', () => {
    const large = gzipSync(new Uint8Array(1e6));
    expect(platform.gunzip(large, 1e9).buffer.byteLength).toBeLessThan(1.01e6);
  });

  it('refuses a wrong checksum and a file that was cut off', () => {
    const damaged = Uint8Array.from(packed);
    damaged[damaged.length - 8]! ^= 1;
    expect(() => platform.gunzip(damaged, 1e6)).toThrow();
    expect(() => platform.gunzip(packed.subarray(0, -9), 1e6)).toThrow();
  });
});

describe('processes', () => {
  const { self, isAlive } = platform.process;

  it('that live are this one and a child', () => {
    expect(isAlive(self)).toBe(true);
    const child = spawn('sleep', ['60']);
    try {
      expect(isAlive({ ...self, id: child.pid!, startedMs: Date.now() })).toBe(true);
    } finally {
      child.kill();
    }
  });

  it('that had our id before us, or another machine has, are not taken for live ones', () => {
    expect(isAlive({ ...self, startedMs: self.startedMs - 3_600_000 })).toBe(false);
    expect(isAlive({ ...self, host: `${self.host}-2` })).toBe(false);
  });

  it('that have ended are dead', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    expect(isAlive({ ...self, id: pid })).toBe(false);
  });
});

test('breathe lets what waits have its turn', async () => {
  let hadTurn = false;
  setImmediate(() => {
    hadTurn = true;
  });
  await platform.breathe();
  expect(hadTurn).toBe(true);
});

// Running out of memory for real takes a heap of gigabytes; the name of that error is all that is special about it.
describe('a thread', () => {
  async function start(script: string) {
    const path = join(folder(), 'worker.cjs');
    await writeFile(path, `const { parentPort } = require('node:worker_threads');\n${script}`);
    const port = platform.startWorker(path);
    return { port, end: new Promise<string>(resolve => port.onEnd(resolve)) };
  }

  it('hears and answers until it is ended, also while it is busy', async () => {
    const { port, end } = await start(
      `parentPort.on('message', n => { parentPort.postMessage(n + 1); for (;;); });`,
    );
    const answer = new Promise(resolve => port.onMessage(resolve));
    port.post(1);
    expect(await answer).toBe(2);
    port.terminate();
    expect(await end).toBe('The training thread ended without a word.');
  });

  it.each([
    [`throw new Error('no weights')`, 'no weights'],
    [`throw 'no error'`, 'no error'],
    ['throw null', 'null'],
    ['process.exit(3)', 'The training thread ended without a word.'],
    [
      `throw Object.assign(new Error('heap'), { code: 'ERR_WORKER_OUT_OF_MEMORY' })`,
      'The training thread ran out of memory.',
    ],
  ])('that ends by %s says why', async (script, reason) => {
    expect(await (await start(script)).end).toBe(reason);
  });
});
