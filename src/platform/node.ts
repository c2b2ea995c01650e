import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, open, readdir, readFile, realpath, rename, rm, stat, truncate } from 'node:fs/promises';
import { availableParallelism, hostname, totalmem } from 'node:os';
import * as path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { reasonOf } from '../reason';
import type { FileStatus, Files, Paths, Platform, ProcessIdentity, WorkerPort } from './types';
import { temporarySuffix } from './types';

const hasCode = (error: unknown, ...codes: string[]) =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));
const isMissing = (error: unknown) => hasCode(error, 'ENOENT', 'ENOTDIR');

/** A Buffer differs from what it says it is: its slice() shares the bytes, where a Uint8Array copies them. */
const plainBytes = ({ buffer, byteOffset, byteLength }: Buffer) =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** A clock that is set in mid-run does not make another process of this one. */
const clockToleranceMs = 60_000;

const files: Files = {
  async read(file) {
    // A pipe or a device may have no end.
    if (!(await stat(file)).isFile()) throw new Error('it is no regular file');
    return plainBytes(await readFile(file));
  },
  async readPart(file, offset, nBytes) {
    const handle = await open(file, 'r');
    try {
      const { bytesRead, buffer } = await handle.read(new Uint8Array(nBytes), 0, nBytes, offset);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  },
  async writeAtomic(file, bytes) {
    const name = `.${path.basename(file)}.${randomUUID()}${temporarySuffix}`;
    const temporary = path.join(path.dirname(file), name);
    const handle = await open(temporary, 'wx');
    try {
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

function isAlive({ id, host, startedMs }: ProcessIdentity): boolean {
  if (host !== self.host || !exists(id)) return false;
  const startOfId = id === self.id ? self.startedMs : startOf(id);
  return startOfId === undefined || Math.abs(startedMs - startOfId) < clockToleranceMs;
}

function exists(id: number): boolean {
  try {
    // Signal 0 only asks.
    process.kill(id, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** When another process began, where the system says so cheaply: Linux, and so every container, where ids repeat. */
function startOf(id: number): number | undefined {
  try {
    // Field 22 of the line, after the name in parentheses, which may hold spaces: ticks of 1/100 s since the start of the machine.
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1]?.split(' ');
    const bootedMs = 1000 * Number(/^btime (\d+)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1]);
    const startedMs = bootedMs + 10 * Number(fields?.[19]);
    // A zombie has ended, and only waits to be noticed.
    if (fields?.[0] === 'Z') return Number.NEGATIVE_INFINITY;
    return Number.isFinite(startedMs) ? startedMs : undefined;
  } catch {
    return undefined;
  }
}

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
    terminate: async () => {
      await worker.terminate();
    },
  };
}

/** The smallest chunk that zlib takes, and how many times its size a stream can unpack to at most. */
const minChunkBytes = 64;
const maxRatio = 1032;

/**
 * Unpacks into one array of the size that the end of the file tells, where it tells the truth: several would have to be
 * joined, and take the memory twice.
 */
function gunzip(bytes: Uint8Array, maxBytes: number): Uint8Array {
  const told = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4, 4).getUint32(0, true);
  // A byte more, because a full chunk is followed by another one.
  const chunkSize = Math.max(minChunkBytes, Math.min(told, maxBytes, maxRatio * bytes.length) + 1);
  return plainBytes(gunzipSync(bytes, { maxOutputLength: maxBytes, chunkSize }));
}

/** @param folder where Descent is installed, which only the entry points know */
export const nodePlatform = (folder: string): Platform => ({
  files,
  paths,
  gunzip,
  breathe: () => setImmediate(),
  startWorker,
  process: { self, isAlive },
  // Half of the machine, or of the container: the editor and everything else want to live as well.
  memoryBudgetBytes: Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY) / 2,
  nCores: availableParallelism(),
  crewScript: path.join(folder, 'dist', 'crew.js'),
  examplesFolder: path.join(folder, 'examples'),
});
