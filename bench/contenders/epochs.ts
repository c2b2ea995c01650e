// Whole epochs as a run has them: training, validation, and the line that is recorded of each. bench/statistics.mjs
// bundles it once as it is and once without statistics.
import type { Examples } from '../../src/engine/examples';
import { availableKernels } from '../../src/engine/kernels';
import type { OptimizerName } from '../../src/engine/optimizers';
import { Random } from '../../src/engine/random';
import { type TrainingOptions, train } from '../../src/engine/train';
import { initTraining } from '../../src/engine/trainingState';
import { epochMetricsOf } from '../../src/worker/epochMetrics';

interface Net {
  readonly sizes: readonly number[];
  readonly batch: number;
  readonly optimizer: OptimizerName;
}

/** @returns trains so many epochs, on made-up rows of which a fifth is the validation part */
export function epochsOf({ sizes, batch, optimizer }: Net, nRows: number): (nEpochs: number) => void {
  const random = Random.seeded(7);
  const [nInputs, ...widths] = sizes;
  const hiddenSizes = widths.slice(0, -1);
  const samples = (n: number): Examples => ({
    inputs: Float32Array.from({ length: n * nInputs! }, () => random.normal()),
    targets: Int32Array.from({ length: n }, () => random.integer(widths.at(-1)!)),
  });
  const data = { train: samples(nRows - Math.floor(nRows / 5)), validation: samples(Math.floor(nRows / 5)) };
  const state = initTraining(
    {
      ...{ nInputs: nInputs!, hiddenSizes, nOutputs: widths.at(-1)!, weightInit: 'auto' },
      activations: hiddenSizes.map(() => 'relu'),
    },
    optimizer,
    0,
  );
  const options: TrainingOptions = {
    ...{ loss: 'cross_entropy', labelSmoothing: 0, classWeights: null },
    // So small that a day of it changes nothing: random targets are nothing to learn.
    ...{ optimizer, learningRate: 1e-7, weightDecay: 0, gradientClipNorm: 0 },
    ...{
      learningRateSchedule: 'constant',
      warmupEpochs: 0,
      learningRateDecay: 1,
      learningRateDecayEpochs: 1,
    },
    ...{ momentum: 0.9, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
    ...{ epochs: Number.POSITIVE_INFINITY, batchSize: batch, shuffle: true },
    ...{ earlyStoppingPatience: 0, earlyStoppingMinDelta: 0 },
  };
  const [kernel] = availableKernels();
  const trainer = kernel!.createTrainer(state, data.train, batch, options);
  const events = train(state, data, options, trainer);
  return nEpochs => {
    for (let n = 0; n < nEpochs; ) {
      const { value, done } = events.next();
      if (done) throw new Error(`Training ended: ${JSON.stringify(value)}`);
      if (value.type !== 'epoch') continue;
      // Not beyond the epochs in which statistics are dense, however long this takes.
      if (state.progress.epoch === 1000) state.progress.epoch = 0;
      JSON.stringify(epochMetricsOf(value, trainer.network().layers, 0));
      n++;
    }
  };
}
