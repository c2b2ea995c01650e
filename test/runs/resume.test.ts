import { describe, expect, it } from 'vitest';
import { plainTypeScript } from '../../src/engine/kernel';
import type { Architecture } from '../../src/engine/network';
import { type NormalizationName, normalizations } from '../../src/engine/normalizations';
import { Random } from '../../src/engine/random';
import { type TrainingOptions, train } from '../../src/engine/train';
import { initTraining } from '../../src/engine/trainingState';
import { encodeState, restoreState } from '../../src/runs/checkpoint';
import { plainOptions } from '../engine/support';
import { fastKernels } from '../engine/wasm/support';

const nSamples = 50;
const random = Random.seeded(5);
const examples = {
  inputs: Float32Array.from({ length: nSamples * 3 }, () => random.normal()),
  selected: Int32Array.from({ length: nSamples * 4 }, () => random.integer(7) - 1),
  targets: Int32Array.from({ length: nSamples }, () => random.integer(3)),
};
const options: TrainingOptions = {
  ...plainOptions,
  ...{ optimizer: 'adam', learningRate: 0.01, weightDecay: 0.01, learningRateSchedule: 'cosine' },
  ...{ epochs: 4, batchSize: 8, shuffle: true },
};
const architecture = (normalization: NormalizationName): Architecture => ({
  nInputs: 3,
  embeddings: [{ size: 6, width: 5, nChoices: 2 }],
  categories: { size: 6, nChoices: 2 },
  hiddenSizes: [9, 6],
  activations: ['relu', 'tanh'],
  ...{ normalization, dropout: [0.5, 0.2], nOutputs: 3, weightInit: 'auto' },
});

describe.each([plainTypeScript, ...fastKernels])('$name', kernel => {
  it.each(Object.keys(normalizations) as NormalizationName[])(
    'goes on from any step bit for bit, with %s, dropout, embeddings and categories',
    normalization => {
      const fresh = (seed: number) => initTraining(architecture(normalization), options.optimizer, seed);
      const trainerOf = (state: ReturnType<typeof fresh>) =>
        kernel.createTrainer(state, examples, options.batchSize, options);
      const data = { train: examples, validation: examples };

      const whole = fresh(1);
      const wholeTrainer = trainerOf(whole);
      const losses = [...train(whole, data, options, wholeTrainer)].map(({ loss }) => loss);

      // In the middle of the second epoch.
      const stopped = fresh(1);
      const stoppedTrainer = trainerOf(stopped);
      const events = train(stopped, data, options, stoppedTrainer);
      const before: number[] = [];
      for (const event of events) {
        before.push(event.loss);
        if (stopped.progress.step === 10) break;
      }
      const resumed = fresh(2);
      restoreState(encodeState(stoppedTrainer.state()), resumed);
      const resumedTrainer = trainerOf(resumed);
      const after = [...train(resumed, data, options, resumedTrainer)].map(({ loss }) => loss);

      expect([...before, ...after]).toEqual(losses);
      expect(encodeState(resumedTrainer.state())).toEqual(encodeState(wholeTrainer.state()));
    },
  );
});
