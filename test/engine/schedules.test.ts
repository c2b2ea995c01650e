import { describe, expect, it } from 'vitest';
import { learningRateAt, type ScheduleName, schedules } from '../../src/engine/schedules';
import { train } from '../../src/engine/train';
import { initTraining } from '../../src/engine/trainingState';
import { plainOptions } from './support';

const rates = (options: Partial<typeof plainOptions>, nBatches = 2) => {
  const all = { ...plainOptions, learningRate: 1, epochs: 4, ...options };
  return Array.from({ length: all.epochs * nBatches }, (_, step) => learningRateAt(step, nBatches, all));
};

describe('the learning rate of each step', () => {
  it('rises to the full rate over the warm-up, which may end within an epoch', () => {
    expect(rates({ warmupEpochs: 1.5 })).toEqual([1 / 3, 2 / 3, 1, 1, 1, 1, 1, 1]);
  });

  it('falls in steps from the end of the warm-up', () => {
    const options = {
      learningRateSchedule: 'step',
      learningRateDecay: 0.5,
      learningRateDecayEpochs: 1,
    } as const;
    expect(rates(options)).toEqual([1, 1, 0.5, 0.5, 0.25, 0.25, 0.125, 0.125]);
    expect(rates({ ...options, warmupEpochs: 1 })).toEqual([0.5, 1, 1, 1, 0.5, 0.5, 0.25, 0.25]);
  });

  it.each(Object.keys(schedules) as ScheduleName[])(
    'stays within its bounds with %s',
    learningRateSchedule => {
      for (const epochs of [1, 2, 7]) {
        for (const nBatches of [1, 3]) {
          const all = rates({ learningRateSchedule, epochs }, nBatches);
          for (const rate of all) {
            expect(rate).toBeGreaterThan(0);
            expect(rate).toBeLessThanOrEqual(1);
          }
        }
      }
    },
  );
});

describe('training', () => {
  const examples = { inputs: Float32Array.of(0, 1, 2, 3), targets: Float32Array.of(0, 1, 2, 3) };
  const architecture = {
    nInputs: 1,
    hiddenSizes: [],
    activations: [],
    nOutputs: 1,
    weightInit: 'auto',
  } as const;
  const options = () => ({
    ...plainOptions,
    loss: 'mse' as const,
    epochs: 4,
    batchSize: 2,
    learningRate: 0.01,
    learningRateSchedule: 'linear' as const,
  });

  it('records the rate that the last step of an epoch took, and follows a change of it', () => {
    const state = initTraining(architecture, 'sgd', 1);
    const changing = options();
    const recorded: number[] = [];
    for (const event of train(state, { train: examples, validation: null }, changing)) {
      if (event.type !== 'epoch') continue;
      recorded.push(event.learningRate);
      if (event.epoch === 2) changing.learningRate *= 10;
    }
    const expected = [0.01 * (7 / 8), 0.01 * (5 / 8), 0.1 * (3 / 8), 0.1 * (1 / 8)];
    for (const [i, rate] of recorded.entries()) expect(rate).toBeCloseTo(expected[i]!, 12);
  });
});
