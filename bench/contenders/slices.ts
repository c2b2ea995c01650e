// A contender's side of the benchmark in JavaScript: data, and slices of work that are measured one by one.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { gunzipSync } from 'node:zlib';

const folder = '/usr/share/datasets/fashion-mnist/';

export interface Net {
  readonly sizes: readonly number[];
  readonly batch: number;
  readonly optimizer: 'sgd' | 'adam';
  readonly learningRate: number;
  readonly data: 'pictures' | 'points' | 'noise';
  /** Takes only so many of the samples. */
  readonly nSamples?: number;
  readonly threads?: number;
}

/** The first argument. */
export const argument = <T>() => JSON.parse(process.argv[2]!) as T;

export interface Samples {
  /** (samples, inputs) */
  readonly inputs: Float32Array;
  /** (samples), class indices */
  readonly targets: Int32Array;
}

/** Fashion-MNIST, pixels / 255. */
export function pictures(part: 'train' | 't10k'): Samples {
  const images = gunzipSync(readFileSync(`${folder}${part}-images-idx3-ubyte.gz`)).subarray(16);
  const labels = gunzipSync(readFileSync(`${folder}${part}-labels-idx1-ubyte.gz`)).subarray(8);
  return { inputs: Float32Array.from(images, value => value / 255), targets: Int32Array.from(labels) };
}

/** Numbers from −1 to 1, by a small linear congruential generator: what they are does not matter. */
function numbers(length: number): Float32Array {
  let state = 7;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

/** Two numbers of either sign, and whether the signs are the same. */
function points(): Samples {
  const inputs = numbers(2048);
  const targets = Int32Array.from({ length: 1024 }, (_, n) => +(inputs[2 * n]! * inputs[2 * n + 1]! > 0));
  return { inputs, targets };
}

function noise(nSamples: number, nInputs: number, nClasses: number): Samples {
  const targets = Int32Array.from({ length: nSamples }, (_, n) => n % nClasses);
  return { inputs: numbers(nSamples * nInputs), targets };
}

export function samplesOf({ data, nSamples, sizes }: Net): Samples {
  if (data === 'noise') return noise(nSamples!, sizes[0]!, sizes.at(-1)!);
  const { inputs, targets } = data === 'pictures' ? pictures('train') : points();
  if (nSamples === undefined) return { inputs, targets };
  return { inputs: inputs.slice(0, nSamples * sizes[0]!), targets: targets.slice(0, nSamples) };
}

/** Seconds of all threads of this process. */
export function cpuSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

export const leaveOut = (reason: string): never => {
  console.error(reason);
  process.exit();
};

/** Says that all is ready, and answers each line that comes in. */
export async function answerEach(answer: () => unknown) {
  console.log('ready');
  for await (const _ of createInterface({ input: process.stdin }))
    console.log(JSON.stringify(await answer()));
}

/**
 * Warms up, then measures a tenth of a CPU second for each line that comes in.
 * @param run   does the work so many times
 * @param units what the work is counted in, for doing it once
 */
export async function serve(run: (times: number) => unknown, units: number) {
  let times = 1;
  let taken = 0;
  // For a second: the compiler of WebAssembly works in the background at first.
  for (const end = performance.now() + 1000; performance.now() < end || taken < 50; ) {
    if (taken < 50 && taken > 0) times *= 2;
    const start = cpuSeconds();
    await run(times);
    taken = 1000 * (cpuSeconds() - start);
  }
  times = Math.max(1, Math.round((times * 100) / taken));
  await answerEach(async () => {
    const [cpu, wall] = [cpuSeconds(), performance.now()];
    await run(times);
    return { units: times * units, cpu: cpuSeconds() - cpu, wall: (performance.now() - wall) / 1000 };
  });
}
