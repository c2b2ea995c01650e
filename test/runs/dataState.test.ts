import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { dataFiles, isDataChanged } from '../../src/runs/dataState';
import { readRecord } from '../../src/runs/runFolder';
import { dataPath, folder, projectPlatform, table, train } from '../worker/support';
import { recordOf } from './support';

it('data that were changed and changed back are the same', async () => {
  const platform = projectPlatform();
  await train(platform);
  const record = await readRecord(platform, folder);
  const look = () => isDataChanged(platform, folder, record);
  expect(await look()).toBe(false);
  platform.put(dataPath, table.replace('low', 'high'));
  expect(await look()).toBe(true);
  platform.put(dataPath, table);
  expect(await look()).toBe(false);
});

it('of several files all count', async () => {
  const platform = projectPlatform();
  const text = `data: {path: data.csv, target: label, features: [x, y], validation_path: more.csv}\ntraining: {epochs: 1}\n`;
  platform.put('/project/more.csv', table);
  await train(platform, { text });
  const record = await readRecord(platform, folder);
  expect(dataFiles(platform, folder, record)).toEqual([dataPath, '/project/more.csv']);
  expect(await isDataChanged(platform, folder, record)).toBe(false);
  platform.put('/project/more.csv', table.replace('low', 'high'));
  expect(await isDataChanged(platform, folder, record)).toBe(true);
});

it('a packed file is compared by what is in it', async () => {
  const platform = projectPlatform();
  const packed = Uint8Array.of(0x1f, 0x8b, 1);
  platform.put('/project/data.csv.gz', packed);
  const content = new TextEncoder().encode(table);
  const fingerprint = createHash('sha256').update(content).digest('hex');
  const record = recordOf({
    configuration: { data: { path: 'data.csv.gz' } },
    configurationFolder: '..',
    data: { fingerprint, nTrain: 1, nValidation: 1, nTest: 0 },
  });
  const unpacking = {
    files: platform.files,
    paths: platform.paths,
    memoryBudgetBytes: 1e6,
    gunzip: () => content,
  };
  expect(await isDataChanged(unpacking, folder, record)).toBe(false);
});
