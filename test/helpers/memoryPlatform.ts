import { posix } from 'node:path';
import { nodePlatform } from '../../src/platform/node';
import type { Files, Platform, ProcessIdentity, WorkerPort } from '../../src/platform/types';

export const processOf = (id: number): ProcessIdentity => ({ id, host: 'memory', startedMs: 0 });

/** A platform without disk, threads and other processes; whatever may go wrong there goes wrong when a test says so. */
export class MemoryPlatform implements Platform {
  /** Bytes of a file, null of a folder, by absolute path. */
  readonly disk = new Map<string, Uint8Array | null>([['/', null]]);
  /** Is the n-th operation on files (from 1) to fail? */
  failsAt: (n: number) => boolean = () => false;
  nOperations = 0;
  readonly #modifiedMs = new Map<string, number>();
  /** Called whenever training lets others have a turn. */
  onBreath = () => {};
  readonly alive = new Set([1]);
  readonly workers: FakeWorker[] = [];
  memoryBudgetBytes = 1e9;

  readonly process = {
    self: processOf(1),
    isAlive: ({ id }: ProcessIdentity) => this.alive.has(id),
  };
  nCores = 1;
  readonly crewScript = '/dist/crew.js';
  readonly examplesFolder = '/examples';
  readonly gunzip = nodePlatform('').gunzip;

  readonly paths = {
    ...posix,
    isInside: (folder: string, path: string) => !posix.relative(folder, path).startsWith('..'),
  };

  readonly files: Files = {
    read: async path => {
      this.#operate(path);
      return this.bytes(path).slice();
    },
    readPart: async (path, offset, nBytes) => {
      this.#operate(path);
      return this.bytes(path).slice(offset, offset + nBytes);
    },
    writeAtomic: async (path, bytes) => {
      this.#operate(path);
      this.put(path, bytes);
    },
    append: async (path, bytes) => {
      this.#operate(path);
      this.put(path, joined(this.disk.get(path) ?? new Uint8Array(), bytes));
    },
    truncate: async (path, sizeBytes) => {
      this.#operate(path);
      this.put(path, this.bytes(path).slice(0, sizeBytes));
    },
    makeFolder: async path => {
      this.#operate(path);
      for (let folder = path; folder !== '/'; folder = posix.dirname(folder)) this.disk.set(folder, null);
    },
    claimFolder: async path => {
      this.#operate(path);
      if (this.disk.has(path)) return false;
      this.disk.set(path, null);
      return true;
    },
    list: async path => {
      this.#operate(path);
      const children = [...this.disk.keys()].filter(each => each !== '/' && posix.dirname(each) === path);
      return children.map(each => posix.basename(each)).sort();
    },
    status: async path => {
      this.#operate(path);
      const bytes = this.disk.get(path);
      if (bytes === undefined) return undefined;
      return {
        sizeBytes: bytes?.length ?? 0,
        modifiedMs: this.#modifiedMs.get(path) ?? 0,
        isFolder: bytes === null,
      };
    },
    realPath: async path => {
      this.#operate(path);
      return path;
    },
    remove: async path => {
      this.#operate(path);
      for (const each of this.disk.keys())
        if (each === path || each.startsWith(`${path}/`)) this.disk.delete(each);
    },
  };

  /** @param files texts by path; their folders come with them */
  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [path, text] of Object.entries(files)) this.put(path, text);
  }

  breathe = async () => this.onBreath();

  startWorker(): FakeWorker {
    const worker = new FakeWorker();
    this.workers.push(worker);
    return worker;
  }

  put(path: string, content: string | Uint8Array) {
    this.#modifiedMs.set(path, (this.#modifiedMs.get(path) ?? 0) + 1);
    for (let folder = posix.dirname(path); folder !== '/'; folder = posix.dirname(folder))
      this.disk.set(folder, null);
    this.disk.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content.slice());
  }

  bytes(path: string): Uint8Array {
    const bytes = this.disk.get(path);
    if (!bytes) throw new Error(`ENOENT: no such file, open '${path}'`);
    return bytes;
  }

  text = (path: string) => new TextDecoder().decode(this.bytes(path));

  #operate(path: string) {
    if (this.failsAt(++this.nOperations)) throw new Error(`ENOSPC: no space left on device, '${path}'`);
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** A thread that says and does what the test tells it to. */
export class FakeWorker implements WorkerPort {
  readonly posted: unknown[] = [];
  nTerminations = 0;
  #hear = (_message: unknown) => {};
  #end = (_reason: string) => {};

  post = (message: unknown) => void this.posted.push(message);
  onMessage = (listener: (message: unknown) => void) => {
    this.#hear = listener;
  };
  onEnd = (listener: (reason: string) => void) => {
    this.#end = listener;
  };
  terminate = async () => void this.nTerminations++;

  say = (message: unknown) => this.#hear(message);
  die = (reason: string) => this.#end(reason);
}
