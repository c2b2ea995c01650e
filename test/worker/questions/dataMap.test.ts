import { expect, it } from 'vitest';
import { fileNames, readRecord, writeRecord } from '../../../src/runs/runFolder';
import { classification, folder, projectPlatform, regression, train } from '../support';
import { inquirer } from './support';

it('is made of the probabilities that each epoch gave the true class', async () => {
  const platform = projectPlatform();
  await train(platform);
  const ask = inquirer(platform);
  const { nEpochs, lastEpoch, nSamples, indices, confidence, variability } = await ask('dataMap', null);
  expect({ nEpochs, lastEpoch, nSamples, indices: [...indices] }).toEqual({
    ...{ nEpochs: 3, lastEpoch: 3, nSamples: 5 },
    indices: [0, 1, 2, 3, 4],
  });
  const epochs = [];
  for (const epoch of [1, 2, 3]) {
    const { outcome } = await ask('predictions', { split: 'validation' }, { epoch });
    if (outcome.kind === 'class') epochs.push(outcome.probabilityOfTrue);
  }
  for (const i of indices) {
    const seen = epochs.map(probabilities => probabilities[i]!);
    const mean = seen.reduce((a, b) => a + b) / 3;
    expect(confidence[i]).toBeCloseTo(mean, 6);
    expect(variability[i]).toBeCloseTo(Math.sqrt(seen.reduce((sum, p) => sum + (p - mean) ** 2, 0) / 3), 6);
  }
});

it('takes some of very many samples, evenly', async () => {
  const platform = projectPlatform();
  await train(platform);
  const nValidation = 25_000;
  const record = await readRecord(platform, folder);
  await writeRecord(platform, folder, { ...record, data: { ...record.data, nValidation } });
  const losses = Float32Array.from({ length: 3 * nValidation }, (_, i) => (i % nValidation) / nValidation);
  await platform.files.writeAtomic(`${folder}/${fileNames.sampleLosses}`, new Uint8Array(losses.buffer));
  const { nSamples, nEpochs, indices, confidence } = await inquirer(platform)('dataMap', null);
  expect({ nSamples, nEpochs, nShown: indices.length }).toEqual({
    ...{ nSamples: nValidation, nEpochs: 3, nShown: 10_000 },
  });
  expect([...indices.slice(0, 3), indices.at(-1)]).toEqual([0, 2, 5, 24_997]);
  expect(confidence.at(-1)).toBeCloseTo(Math.exp(-24_997 / nValidation), 6);
});

it('is empty without validation samples', async () => {
  const platform = projectPlatform();
  await train(platform, { text: classification.replace('features', 'validation_fraction: 0\n  features') });
  expect(await inquirer(platform)('dataMap', null)).toMatchObject({ nEpochs: 0, nSamples: 0 });
});

it('does not exist for quantities', async () => {
  const platform = projectPlatform();
  await train(platform, { text: regression });
  await expect(inquirer(platform)('dataMap', null)).rejects.toThrow(/Only a model of classes/);
});
