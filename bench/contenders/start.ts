// Starts of threads, one after the other: `start.mjs {trainer, kernelLoad, configuration}`; answers milliseconds.
import { Worker } from 'node:worker_threads';
import type { ProgressEvent, TrainerMessage } from '../../src/protocol';
import { answerEach, argument } from './slices';

const given = argument<{
  /** Scripts of the two threads. */
  readonly trainer: string;
  readonly kernelLoad: string;
  /** What the trainer is asked to train. */
  readonly configuration: { readonly path: string; readonly text: string };
}>();

/** @returns what the first message is that `pick` takes, and when it came */
function wait<T>(worker: Worker, startedAt: number, pick: (message: unknown) => T | null) {
  return new Promise<{ value: T; ms: number }>((resolve, reject) => {
    worker.on('error', reject);
    worker.on('message', message => {
      const value = pick(message);
      if (value !== null) resolve({ value, ms: performance.now() - startedAt });
    });
  });
}

async function emptyThread(): Promise<number> {
  const startedAt = performance.now();
  const worker = new Worker('require("node:worker_threads").parentPort.postMessage(0)', { eval: true });
  const { ms } = await wait(worker, startedAt, () => 0);
  await worker.terminate();
  return ms;
}

async function loadedKernel() {
  const worker = new Worker(given.kernelLoad);
  const { value } = await wait(worker, 0, message => message as { readonly ms: number });
  await worker.terminate();
  return value.ms;
}

/** The first event says that all is ready and the first step follows; the next one comes a thirtieth of a second later. */
async function trainer() {
  const startedAt = performance.now();
  const worker = new Worker(given.trainer);
  const params = { ...given.configuration, overrides: [], folder: null, resume: false, allowedFolder: null };
  worker.postMessage({ type: 'request', id: 1, method: 'train', params });
  const events = (pick: (event: ProgressEvent) => boolean) =>
    wait(worker, startedAt, message => {
      const answer = message as TrainerMessage;
      if (answer.type === 'answer' && !answer.ok) throw new Error(answer.failure.message);
      return answer.type === 'progress' && pick(answer) ? answer : null;
    });
  const [ready, stepped] = await Promise.all([
    events(() => true),
    events(({ steps, epochs }) => steps.length + epochs.length > 0),
  ]);
  await worker.terminate();
  return { ready: ready.ms, stepped: stepped.ms };
}

await answerEach(async () => ({
  empty: await emptyThread(),
  kernel: await loadedKernel(),
  ...(await trainer()),
}));
