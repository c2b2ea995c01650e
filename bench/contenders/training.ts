// Descent's engine, set up as the trainer does it.
import { Worker } from 'node:worker_threads';
import type { ActivationName } from '../../src/engine/activations';
import type { Trainer, TrainerParameters } from '../../src/engine/kernel';
import { availableKernels } from '../../src/engine/kernels';
import type { Threads } from '../../src/engine/threads/threads';
import type { TrainingOptions } from '../../src/engine/train';
import { initTraining } from '../../src/engine/trainingState';
import { leaveOut, type Net } from './slices';

/** So many threads, which the engine uses where it finds them faster; null for one. */
const threadsOf = (count: number): Threads | null =>
  count === 1
    ? null
    : {
        count,
        clock: () => performance.now(),
        start(task) {
          const worker = new Worker(new URL('member.mjs', import.meta.url), { workerData: task });
          worker.unref();
          return {
            onEnd: listener => worker.on('exit', listener),
            terminate: async () => void (await worker.terminate()),
          };
        },
      };

/** Trains by the kernel of that name, or by the fastest one that can. */
export function trainerFor(name: string | undefined, nThreads: number, ...given: TrainerParameters): Trainer {
  for (const kernel of availableKernels())
    if ((name === 'fastest' || kernel.name === name) && kernel.canTrain(...given))
      return kernel.createTrainer(...given, threadsOf(nThreads));
  return leaveOut('not on this machine');
}

export function stateOf(
  { sizes, optimizer }: Pick<Net, 'sizes' | 'optimizer'>,
  activation: ActivationName = 'relu',
  seed = 0,
) {
  const hiddenSizes = sizes.slice(1, -1);
  const architecture = {
    ...{ nInputs: sizes[0]!, hiddenSizes, nOutputs: sizes.at(-1)!, weightInit: 'auto' as const },
    activations: hiddenSizes.map(() => activation),
  };
  return initTraining(architecture, optimizer, seed);
}

export const optionsOf = ({
  optimizer,
  learningRate,
  batch,
}: Pick<Net, 'optimizer' | 'learningRate' | 'batch'>): TrainingOptions => ({
  ...{ loss: 'cross_entropy', labelSmoothing: 0, classWeights: null },
  ...{ optimizer, learningRate, weightDecay: 0, gradientClipNorm: 0 },
  ...{ learningRateSchedule: 'constant', warmupEpochs: 0, learningRateDecay: 1, learningRateDecayEpochs: 1 },
  ...{ momentum: 0.9, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  ...{ epochs: Number.POSITIVE_INFINITY, batchSize: batch, shuffle: true },
  ...{ earlyStoppingPatience: 0, earlyStoppingMinDelta: 0 },
});
