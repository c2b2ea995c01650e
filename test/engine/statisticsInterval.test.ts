import { describe, expect, it, test } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import { plainTypeScript } from '../../src/engine/kernel';
import type { Architecture } from '../../src/engine/network';
import { hasHistograms, hasStatistics, statisticsInterval } from '../../src/engine/statisticsInterval';
import { train } from '../../src/engine/train';
import { initTraining } from '../../src/engine/trainingState';
import { plainOptions } from './support';

const architecture = (nInputs: number, hiddenSizes: number[], nOutputs: number): Architecture => ({
  ...{ nInputs, hiddenSizes, nOutputs, weightInit: 'auto' },
  activations: hiddenSizes.map(() => 'relu' as const),
});
const stateOf = (net: Architecture) => initTraining(net, 'sgd', 1);

describe('statistics', () => {
  it('come each epoch where an epoch is long', () => {
    const pictures = stateOf(architecture(784, [128], 10));
    expect(statisticsInterval(pictures, 48_000, 12_000, 64)).toBe(1);
    expect(statisticsInterval(pictures, 4000, 1000, 64)).toBe(1);
  });

  it('come the more seldom the shorter an epoch is', () => {
    const flowers = stateOf(architecture(4, [32], 3));
    const intervals = [200_000, 2000, 500, 120, 30].map(nTrain =>
      statisticsInterval(flowers, nTrain, nTrain / 5, 32),
    );
    expect(intervals[0]).toBe(1);
    expect(intervals.at(-1)).toBeGreaterThan(30);
    expect(intervals).toEqual([...intervals].sort((a, b) => a - b));
  });

  it('do not count the rows of a table that a sample does not meet as training', () => {
    const categories = { size: 50_000, nChoices: 1 };
    const words = stateOf({ ...architecture(0, [16], 2), categories });
    const numbers = stateOf(architecture(50_000, [16], 2));
    expect(statisticsInterval(words, 2000, 500, 32)).toBeGreaterThan(
      statisticsInterval(numbers, 2000, 500, 32),
    );
  });

  it('are of epochs that stay where a curve is thinned: the first, and those that a power of two divides', () => {
    const all = Array.from({ length: 200_000 }, (_, i) => i + 1);
    for (const interval of [1, 4, 64]) {
      const [first, ...others] = all.filter(epoch => hasStatistics(epoch, interval));
      expect(first).toBe(1);
      expect(others.length).toBeGreaterThan(1000);
      expect(others.filter(epoch => epoch % interval !== 0)).toEqual([]);
      // A power of two divides them that grows with them.
      expect(others.filter(epoch => epoch > 1024 * (epoch & -epoch))).toEqual([]);
    }
  });

  it('stay few in a very long run', () => {
    let n = 0;
    for (let epoch = 1; epoch <= 1_000_000; epoch++) n += +hasStatistics(epoch, 1);
    expect(n).toBeGreaterThan(1024);
    expect(n).toBeLessThan(8192);
  });
});

test('an epoch has them all or none of them', () => {
  const state = stateOf(architecture(2, [3], 2));
  const samples = (n: number) => ({
    inputs: Float32Array.from({ length: 2 * n }, (_, i) => Math.sin(i)),
    targets: Int32Array.from({ length: n }, (_, i) => i % 2),
  });
  const data = { train: samples(60), validation: samples(5) };
  const options = { ...plainOptions, epochs: 100, batchSize: 1 };
  const interval = statisticsInterval(state, 60, 5, 1);
  expect(interval).toBeGreaterThan(1);
  expect(interval).toBeLessThan(50);
  const trainer = plainTypeScript.createTrainer(state, data.train, 1, options);
  for (const event of train(state, data, options, trainer)) {
    if (event.type !== 'epoch') continue;
    const isDue = event.epoch === 1 || event.epoch % interval === 0;
    expect(event.statistics !== null).toBe(isDue);
    for (const layer of event.statistics ?? [])
      expect(layer.gradientHistogram !== undefined).toBe(hasHistograms(event.epoch));
    const { statistics } = evaluate(
      state,
      options.loss,
      data.validation,
      isDue,
      isDue && hasHistograms(event.epoch),
    );
    expect(event.validation!.statistics).toEqual(statistics);
  }
});
