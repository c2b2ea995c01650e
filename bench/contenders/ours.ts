// Descent's engine as the trainer runs it: `ours.mjs NET KERNEL [THREADS]`. With a number of threads it answers with
// samples per second of the clock, because seconds of all threads would be added up.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import type { Examples } from '../../src/engine/examples';
import { availableKernels } from '../../src/engine/kernels';
import type { OptimizerName } from '../../src/engine/optimizers';
import { Random } from '../../src/engine/random';
import { joinCrew } from '../../src/engine/threads/member';
import type { Threads } from '../../src/engine/threads/threads';
import { type TrainingOptions, train } from '../../src/engine/train';
import { initTraining } from '../../src/engine/trainingState';

if (!isMainThread) joinCrew(workerData);

const folder = '/usr/share/datasets/fashion-mnist/';

function pictures(): Examples {
  const images = gunzipSync(readFileSync(`${folder}train-images-idx3-ubyte.gz`)).subarray(16);
  const labels = gunzipSync(readFileSync(`${folder}train-labels-idx1-ubyte.gz`)).subarray(8);
  return { inputs: Float32Array.from(images, value => value / 255), targets: Int32Array.from(labels) };
}

function points(): Examples {
  const random = Random.seeded(7);
  const inputs = Float32Array.from({ length: 2048 }, () => 2 * random.uniform() - 1);
  const targets = Int32Array.from({ length: 1024 }, (_, n) => +(inputs[2 * n]! * inputs[2 * n + 1]! > 0));
  return { inputs, targets };
}

interface Net {
  readonly sizes: readonly number[];
  readonly batch: number;
  readonly optimizer: OptimizerName;
  readonly learningRate: number;
  readonly data: 'pictures' | 'points';
}

const net = JSON.parse(process.argv[2]!) as Net;
const kernel = [...availableKernels()].find(({ name }) => name === process.argv[3]);
if (!kernel) {
  console.log('missing');
  process.exit();
}
const [nInputs, ...widths] = net.sizes;
const hiddenSizes = widths.slice(0, -1);
const state = initTraining(
  {
    ...{ nInputs: nInputs!, hiddenSizes, nOutputs: widths.at(-1)!, weightInit: 'auto' },
    activations: hiddenSizes.map(() => 'relu'),
  },
  net.optimizer,
  0,
);
const options: TrainingOptions = {
  ...{ loss: 'cross_entropy', labelSmoothing: 0, classWeights: null },
  ...{ optimizer: net.optimizer, learningRate: net.learningRate, weightDecay: 0, gradientClipNorm: 0 },
  ...{ learningRateSchedule: 'constant', warmupEpochs: 0, learningRateDecay: 1, learningRateDecayEpochs: 1 },
  ...{ momentum: 0.9, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  ...{ epochs: Number.POSITIVE_INFINITY, batchSize: net.batch, shuffle: true },
  ...{ earlyStoppingPatience: 0, earlyStoppingMinDelta: 0 },
};
const data = { train: net.data === 'pictures' ? pictures() : points(), validation: null };
const nThreads = Number(process.argv[4] ?? 0);
const threads: Threads = {
  count: nThreads,
  clock: null,
  start(task) {
    const worker = new Worker(new URL(import.meta.url), { workerData: task });
    // Training may end while it waits for work.
    worker.unref();
    return {
      onEnd: listener => worker.on('exit', listener),
      terminate: async () => void (await worker.terminate()),
    };
  },
};
const trainer = kernel.createTrainer(state, data.train, net.batch, options, nThreads > 1 ? threads : null);
const events = train(state, data, options, trainer);

function run(nSteps: number) {
  for (let n = 0; n < nSteps; ) {
    const { value, done } = events.next();
    if (done) throw new Error(`Training ended: ${JSON.stringify(value)}`);
    if (value.type === 'step') n++;
  }
}

const seconds = () => {
  if (nThreads > 0) return performance.now() / 1000;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

let nSteps = 1;
let taken = 0;
// Longer than the other contenders: the compiler of the kernels works in the background at first.
for (const end = performance.now() + 1000; performance.now() < end || taken < 50; ) {
  if (taken < 50) nSteps *= 2;
  const start = performance.now();
  run(nSteps);
  taken = performance.now() - start;
}
nSteps = Math.max(1, Math.round((nSteps * 100) / taken));
console.log('ready');
for await (const _ of createInterface({ input: process.stdin })) {
  const start = seconds();
  run(nSteps);
  console.log((nSteps * net.batch) / (seconds() - start));
}
