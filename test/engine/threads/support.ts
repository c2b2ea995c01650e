import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import type { FloatArray } from '../../../src/engine/array';
import type { Kernel } from '../../../src/engine/kernel';
import { parametersOf } from '../../../src/engine/parameters';
import type { Board } from '../../../src/engine/threads/board';
import type { MemberTask } from '../../../src/engine/threads/member';
import type { MemberThread, Threads } from '../../../src/engine/threads/threads';
import { problemOf, type Setting } from '../wasm/support';

/** Threads that never begin: the training thread does all the pieces itself. */
export function absentThreads(count: number) {
  const tasks: MemberTask[] = [];
  const ends: (() => void)[] = [];
  let nEnded = 0;
  const threads: Threads = {
    count,
    clock: null,
    start(task) {
      tasks.push(task);
      return {
        onEnd: listener => ends.push(listener),
        terminate: async () => void nEnded++,
      };
    },
  };
  return { threads, tasks, die: (thread: number) => ends[thread - 1]!(), nEnded: () => nEnded };
}

/** Real threads, from a bundle as it is shipped. */
export async function realThreads(count: number, outfile: string) {
  await build({
    entryPoints: ['src/worker/nodeCrew.ts'],
    ...{ outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' },
  });
  const boards = new Set<Board>();
  const workers = new Set<Worker>();
  const start = (task: MemberTask): MemberThread => {
    boards.add(task.board);
    const worker = new Worker(outfile);
    workers.add(worker);
    worker.postMessage(task);
    worker.on('exit', () => workers.delete(worker));
    return {
      onEnd: listener => worker.on('exit', listener),
      terminate: async () => void (await worker.terminate()),
    };
  };
  const threads: Threads = { count, clock: null, start };
  return { threads, boards, workers };
}

/** Comparing arrays number by number would take longer than training. */
const bitsOf = (values: FloatArray) =>
  createHash('sha1')
    .update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    .digest('hex');

/** Some steps, on batches of several sizes, and an evaluation. */
export function trainerOf(kernel: Kernel, setting: Setting, threads: Threads | null) {
  const { state, train, options, batchSize } = problemOf(setting);
  const trainer = kernel.createTrainer(state, train, batchSize, options, threads);
  const nSamples = train.targets.length;
  const run = (nSteps: number) =>
    Array.from({ length: nSteps }, () => {
      const n = state.progress.step++;
      const length = Math.max(1, batchSize - (n % 3) * 7);
      const rows = Uint32Array.from({ length }, (_, i) => (i * 7919 + n) % nSamples);
      return { ...trainer.step(rows, 1e-3, n % 4 === 3) };
    });
  const outcome = () => {
    const stored = trainer.state();
    const { loss, accuracy, sampleLosses, outputs, statistics } = trainer.evaluate(train, true);
    const arrays = [
      ...parametersOf(stored).map(({ values }) => values),
      ...stored.slots.flat(),
      sampleLosses,
      outputs,
    ];
    return { loss, accuracy, statistics, bits: arrays.map(bitsOf) };
  };
  return { trainer, run, outcome };
}
