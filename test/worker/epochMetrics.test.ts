import { expect, test } from 'vitest';
import { histogram } from '../../src/engine/histogram';
import { hasHistograms } from '../../src/engine/statisticsInterval';
import { readMetrics, readRecord } from '../../src/runs/runFolder';
import { inspect } from '../../src/worker/inspect';
import { openStoredRun } from '../../src/worker/storedRun';
import { classification, folder, projectPlatform, regression, train } from './support';

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** One epoch: the weights that the run leaves are those that were looked at. */
async function firstEpoch(text: string) {
  const platform = projectPlatform();
  await train(platform, { text, overrides: ['training.epochs=1'] });
  const { epochs } = await readMetrics(platform, folder);
  return { platform, metrics: epochs[0]! };
}

test('an epoch is recorded with what was seen inside each layer', async () => {
  const { platform, metrics } = await firstEpoch(classification.replace('[4]', '[4]\n  activation: tanh'));
  const { network } = await openStoredRun(platform, folder);
  expect(metrics.layers).toHaveLength(2);
  for (const [l, { weights, biases }] of network.layers.entries()) {
    const layer = metrics.layers![l]!;
    expect(layer.weightHistogram).toEqual(histogram(weights, biases.length));
    expect(layer.weightNorm).toBeCloseTo(Math.hypot(...weights), 5);
    expect(total(layer.gradientHistogram!.counts)).toBe(weights.length);
    expect(layer.gradientHistogram!.max).toBeLessThanOrEqual(layer.gradientNorm!);
    // Of the 5 validation samples.
    expect(total(layer.activationHistogram!.counts)).toBe(5 * biases.length);
    expect(layer.activationHistogram!.min).toBeLessThan(layer.activationMean!);
    expect(layer.activationHistogram!.max).toBeGreaterThan(layer.activationMean!);
    expect(layer.activationMean).toEqual(expect.any(Number));
    expect(layer.activationDeviation).toBeGreaterThan(0);
    expect(layer.deadFraction).toBeNull();
  }
  expect(metrics.layers![0]!.saturatedFraction).toBeGreaterThanOrEqual(0);
  expect(metrics.layers![1]!.saturatedFraction).toBeNull();
});

test('histograms of gradients and activations are of ever fewer epochs', async () => {
  const platform = projectPlatform();
  await train(platform, { overrides: ['training.epochs=500', 'training.batch_size=1'] });
  const looked = (await readMetrics(platform, folder)).epochs.filter(({ layers }) => layers);
  const withHistograms = looked.filter(({ layers }) => layers!.every(layer => layer.gradientHistogram));
  expect(withHistograms.map(({ epoch }) => epoch)).toEqual(
    looked.map(({ epoch }) => epoch).filter(hasHistograms),
  );
  expect(looked.length).toBeGreaterThan(withHistograms.length);
  for (const { epoch, layers } of looked) {
    for (const layer of layers!) {
      expect(layer.weightHistogram).toBeTruthy();
      expect('gradientHistogram' in layer).toBe(hasHistograms(epoch));
      expect('activationHistogram' in layer).toBe(hasHistograms(epoch));
    }
  }
});

test('confusion counts are those that an inspection shows', async () => {
  const { platform, metrics } = await firstEpoch(classification);
  const params = {
    runFolder: folder,
    split: 'validation',
    dataPath: null,
    nWorst: 1,
    allowedFolder: null,
  } as const;
  const { confusion } = await inspect(platform, params);
  expect(metrics.valConfusion).toEqual(confusion);
  expect(confusion.flat().reduce((sum, count) => sum + count, 0)).toBe(5);
});

test('numbers have no confusion', async () => {
  const { metrics } = await firstEpoch(regression);
  expect(metrics.layers).toHaveLength(2);
  expect(metrics.valConfusion).toBeUndefined();
});

test('without a validation part, there are no samples to look at the activations with', async () => {
  const { metrics } = await firstEpoch(
    classification.replace('target:', 'validation_fraction: 0\n  target:'),
  );
  const { activationMean, deadFraction, weightHistogram, ...others } = metrics.layers![0]!;
  expect(others.gradientHistogram).toBeTruthy();
  expect(others).not.toHaveProperty('activationHistogram');
  expect([activationMean, deadFraction]).toEqual([null, null]);
  expect(weightHistogram).not.toBeNull();
  expect(metrics.valConfusion).toBeUndefined();
});

test('the record of a run tells its best epoch without them', async () => {
  const { platform } = await firstEpoch(classification);
  const { best } = await readRecord(platform, folder);
  expect(best).toMatchObject({ epoch: 1, loss: expect.any(Number) });
  expect(Object.keys(best!)).not.toContain('layers');
  expect(Object.keys(best!)).not.toContain('valConfusion');
});
