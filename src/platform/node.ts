import { mkdir, open, readdir, readFile, realpath, rename, rm, stat, truncate } from 'node:fs/promises';
import { hostname, totalmem } from 'node:os';
import * as path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import type { FileStatus, Files, Paths, Platform, ProcessIdentity, WorkerPort } from './types';

const hasCode = (error: unknown, ...codes: string[]) =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));
const isMissing = (error: unknown) => hasCode(error, 'ENOENT', 'ENOTDIR');

/** A Buffer differs from what it says it is: its slice() shares the bytes, where a Uint8Array copies them. */
const plainBytes = ({ buffer, byteOffset, byteLength }: Buffer) =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** A clock that is set in mid-run does not make another process of this one. */
const clockToleranceMs = 60_000;

let temporaryCount = 0;

const files: Files = {
  read: async file => plainBytes(await readFile(file)),
  async writeAtomic(file, bytes) {
    const name = `.${path.basename(file)}.${process.pid}-${temporaryCount++}.tmp`;
    const temporary = path.join(path.dirname(file), name);
    try {
      const handle = await open(temporary, 'wx');
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, file);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  },
  async append(file, bytes) {
    const handle = await open(file, 'a');
    try {
      const { size } = await handle.stat();
      try {
        await handle.writeFile(bytes);
      } catch (error) {
        await handle.truncate(size);
        throw error;
      }
    } finally {
      await handle.close();
    }
  },
  truncate: (file, sizeBytes) => truncate(file, sizeBytes),
  async makeFolder(folder) {
    await mkdir(folder, { recursive: true });
  },
  async claimFolder(folder) {
    try {
      await mkdir(folder);
      return true;
    } catch (error) {
      if (hasCode(error, 'EEXIST')) return false;
      throw error;
    }
  },
  async list(folder) {
    try {
      return (await readdir(folder)).sort();
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  },
  async status(file): Promise<FileStatus | undefined> {
    try {
      const found = await stat(file);
      return { sizeBytes: found.size, modifiedMs: found.mtimeMs, isFolder: found.isDirectory() };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
  realPath: file => realpath(file),
  remove: file => rm(file, { recursive: true, force: true }),
};

const paths: Paths = {
  join: path.join,
  resolve: path.resolve,
  relative: path.relative,
  dirname: path.dirname,
  basename: path.basename,
  isInside(folder, file) {
    const relative = path.relative(folder, file);
    return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
  },
};

const self: ProcessIdentity = {
  id: process.pid,
  host: hostname(),
  // Threads of one process must agree, and their performance clocks begin at different times.
  startedMs: Math.round(Date.now() - process.uptime() * 1000),
};

/** Of another process with this id on this machine, nobody can say cheaply when it started. */
function isAlive({ id, host, startedMs }: ProcessIdentity): boolean {
  if (host !== self.host) return false;
  if (id === self.id) return Math.abs(startedMs - self.startedMs) < clockToleranceMs;
  try {
    // Signal 0 only asks whether the process exists.
    process.kill(id, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** Anything can be thrown. */
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function startWorker(script: string): WorkerPort {
  const worker = new Worker(script);
  let reason = 'The training thread ended without a word.';
  worker.on('error', error => {
    reason = hasCode(error, 'ERR_WORKER_OUT_OF_MEMORY')
      ? 'The training thread ran out of memory.'
      : reasonOf(error);
  });
  worker.on('messageerror', error => {
    reason = error.message;
    void worker.terminate();
  });
  return {
    post: message => worker.postMessage(message),
    onMessage: listener => worker.on('message', listener),
    onEnd: listener => worker.on('exit', () => listener(reason)),
    terminate: () => void worker.terminate(),
  };
}

/** @param examplesFolder lies beside the bundle, which only the entry points know */
export const nodePlatform = (examplesFolder: string): Platform => ({
  files,
  paths,
  gunzip: (bytes, maxBytes) => plainBytes(gunzipSync(bytes, { maxOutputLength: maxBytes })),
  breathe: () => setImmediate(),
  startWorker,
  process: { self, isAlive },
  // Half of the machine: the editor and everything else want to live as well.
  memoryBudgetBytes: totalmem() / 2,
  examplesFolder,
});
