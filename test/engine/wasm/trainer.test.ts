import { describe, expect, it, test } from 'vitest';
import { type Kernel, plainTypeScript } from '../../../src/engine/kernel';
import { type OptimizerName, optimizers } from '../../../src/engine/optimizers';
import { type EpochEvent, type TrainingOptions, train } from '../../../src/engine/train';
import type { TrainingState } from '../../../src/engine/trainingState';
import { fastKernels, plain, problemOf, type Setting } from './support';

const setting: Setting = {
  ...plain,
  ...{ nInputs: 5, nOutputs: 3, nSamples: 50, batchSize: 8, weightDecay: 1e-3, seed: 3 },
  hidden: [
    { size: 13, activation: 'relu' },
    { size: 6, activation: 'tanh' },
  ],
};

/** Samples whose class can be learned. */
function learnable(optimizer: OptimizerName) {
  const problem = problemOf({ ...setting, optimizer });
  const { targets } = problem.train;
  const inputs = problem.train.inputs as Float32Array;
  for (let n = 0; n < targets.length; n++) {
    const [x, y] = inputs.subarray(n * 5);
    targets[n] = x! > 0 ? 0 : y! > 0 ? 1 : 2;
  }
  return problem;
}

/** Mean losses of the epochs of a whole run. */
function epochLosses(kernel: Kernel, optimizer: OptimizerName) {
  const problem = learnable(optimizer);
  const options: TrainingOptions = {
    ...problem.options,
    learningRate: /^(adam|rmsprop)/.test(optimizer) ? 0.01 : 0.05,
    ...{ learningRateSchedule: 'cosine', warmupEpochs: 1, learningRateDecay: 1, learningRateDecayEpochs: 1 },
    ...{ epochs: 20, batchSize: 8, shuffle: true, earlyStoppingPatience: 0, earlyStoppingMinDelta: 0 },
  };
  const data = { train: problem.train, validation: problem.train };
  const trainer = kernel.createTrainer(problem.state, problem.train, 8, options);
  const events = [...train(problem.state, data, options, trainer)];
  return events
    .filter((event): event is EpochEvent => event.type === 'epoch')
    .map(({ loss, validation }) => [loss, validation!.loss]);
}

const names = Object.keys(optimizers) as OptimizerName[];

describe.each(fastKernels)('$name', kernel => {
  it.each(names)('follows the reference through a whole run with %s', optimizer => {
    const [actual, expected] = [epochLosses(kernel, optimizer), epochLosses(plainTypeScript, optimizer)];
    expect(actual).toHaveLength(20);
    for (const [epoch, losses] of actual.entries())
      for (const [i, loss] of losses.entries()) expect(loss).toBeCloseTo(expected[epoch]![i]!, 3);
  });

  it('gives the same bits every time', () => {
    expect(epochLosses(kernel, 'adam')).toEqual(epochLosses(kernel, 'adam'));
  });

  const rows = (n: number) => Uint32Array.from({ length: 8 - (n % 3) }, (_, i) => (i * 11 + n) % 50);
  const bits = ({ layers, slots }: TrainingState) => structuredClone({ layers, slots });

  it.each(names)('shows the state before the first step as it was given, with %s', optimizer => {
    const { state, train: samples, options } = problemOf({ ...setting, optimizer });
    for (const array of state.slots.flat()) for (let i = 0; i < array.length; i++) array[i] = i + 1;
    const before = bits(state);
    expect(bits(kernel.createTrainer(state, samples, 8, options).state())).toEqual(before);
  });

  it.each(names)('goes on from a state that was saved, bit for bit, with %s', optimizer => {
    const { state, train: samples, options } = problemOf({ ...setting, optimizer });
    const whole = kernel.createTrainer(state, samples, 8, options);
    for (let n = 0; n < 3; n++, state.progress.step++) whole.step(rows(n), 0.01, false);
    const saved = structuredClone(whole.state());
    for (let n = 3; n < 6; n++, state.progress.step++) whole.step(rows(n), 0.01, false);
    const rest = kernel.createTrainer(saved, samples, 8, options);
    for (let n = 3; n < 6; n++, saved.progress.step++) rest.step(rows(n), 0.01, false);
    expect(bits(rest.state())).toEqual(bits(whole.state()));
  });

  it.each(names)('is not disturbed by statistics, with %s', optimizer => {
    const [watched, unwatched] = [true, false].map(withStatistics => {
      const { state, train: samples, options } = problemOf({ ...setting, optimizer });
      const trainer = kernel.createTrainer(state, samples, 8, options);
      for (let n = 0; n < 3; n++, state.progress.step++) trainer.step(rows(n), 0.01, withStatistics);
      return bits(trainer.state());
    });
    expect(watched).toEqual(unwatched);
  });

  test('a learning rate of 0 changes nothing', () => {
    const { state, train: samples, options } = problemOf(setting);
    const trainer = kernel.createTrainer(state, samples, 8, options);
    trainer.step(rows(0), 0.01, false);
    const before = structuredClone(trainer.network());
    trainer.step(rows(1), 0, false);
    expect(trainer.network()).toEqual(before);
  });

  it('evaluates a network that is not being trained', () => {
    const { state, train: samples } = problemOf({ ...setting, nSamples: 600 });
    const actual = kernel.evaluate(state, 'cross_entropy', samples);
    const expected = plainTypeScript.evaluate(state, 'cross_entropy', samples);
    expect(actual.loss).toBeCloseTo(expected.loss, 6);
    expect(actual.accuracy).toBe(expected.accuracy);
  });
});
