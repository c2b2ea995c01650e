import { describe, expect, it } from 'vitest';
import { formatVersion } from '../../src/runs/record';
import { readRecord } from '../../src/runs/runFolder';
import { type MemoryPlatform, processOf } from '../helpers/memoryPlatform';
import {
  classification,
  dataPath,
  folder,
  paramsOf,
  projectPlatform,
  sessionOn,
  table,
  train,
} from './support';

const start = (platform: MemoryPlatform, changed = {}) =>
  sessionOn(platform).session.start(paramsOf(changed));

/** A platform with a finished run, whose record is changed afterwards. */
async function withRun(changed: object = {}): Promise<MemoryPlatform> {
  const platform = projectPlatform();
  await train(platform);
  const record = await readRecord(platform, folder);
  platform.put(`${folder}/run.json`, JSON.stringify({ ...record, ...changed }));
  return platform;
}

describe('a new run', () => {
  it('lies beside the configuration and is named by its number', async () => {
    const platform = projectPlatform();
    const first = await train(platform, { folder: null });
    const second = await train(platform, { folder: null });
    expect(first.summary.folder).toMatch(/^\/project\/\.descent\/runs\/\d{8}-\d{6}-\d{3}$/);
    expect([first, second].map(({ summary }) => summary.name)).toEqual(['run 1', 'run 2']);
    expect(second.summary.id > first.summary.id).toBe(true);
  });

  it('records what decided it', async () => {
    const platform = projectPlatform();
    await train(platform, { overrides: ['training.epochs=2'] });
    expect(await readRecord(platform, folder)).toMatchObject({
      configurationText: classification,
      overrides: ['training.epochs=2'],
      configuration: { training: { epochs: 2, optimizer: 'sgd' } },
      configurationFolder: '..',
      plannedEpochs: 2,
      classNames: ['high', 'low'],
      process: processOf(1),
    });
  });

  it('does not take the place of another', async () => {
    const platform = await withRun();
    const before = new Map(platform.disk);
    await expect(start(platform)).rejects.toMatchObject({ code: 'run-exists' });
    expect(platform.disk).toEqual(before);
  });
});

describe('going on', () => {
  it('for more epochs starts where the run ended', async () => {
    const platform = await withRun();
    const { events, summary } = await train(platform, { resume: true, overrides: ['training.epochs=5'] });
    expect(events.flatMap(({ epochs }) => epochs.map(({ epoch }) => epoch))).toEqual([4, 5]);
    expect(summary).toMatchObject({ status: 'finished', lastEpoch: 5, plannedEpochs: 5, name: 'run 1' });
  });

  it('goes on from a run whose record knew fewer keys', async () => {
    const platform = await withRun();
    const { configuration } = await readRecord(platform, folder);
    const { normalization: _, dropout: __, ...model } = configuration.model as Record<string, unknown>;
    const { categorical: ___, ...data } = configuration.data as Record<string, unknown>;
    const former = { ...configuration, data, model };
    const record = { ...(await readRecord(platform, folder)), configuration: former };
    platform.put(`${folder}/run.json`, JSON.stringify(record));
    const { summary } = await train(platform, { resume: true, overrides: ['training.epochs=4'] });
    expect(summary).toMatchObject({ status: 'finished', lastEpoch: 4 });
  });

  it.each<[string, object, string]>([
    [
      'that still trains, in this process or another',
      { status: 'running', process: processOf(1) },
      'run-live',
    ],
    ['that a newer version wrote', { formatVersion: formatVersion + 1 }, 'run-newer'],
  ])('is refused for a run %s, which stays as it was', async (_, record, code) => {
    const platform = await withRun(record);
    const before = new Map(platform.disk);
    await expect(start(platform, { resume: true })).rejects.toMatchObject({ code });
    expect(platform.disk).toEqual(before);
  });

  it('is refused when the data changed', async () => {
    const platform = await withRun();
    platform.put(dataPath, `${table}\n1,2,3,low`);
    await expect(start(platform, { resume: true })).rejects.toMatchObject({ code: 'data-changed' });
  });

  it.each([
    'training.seed=1',
    'training.batch_size=5',
    'model.hidden_sizes=[5]',
    'model.dropout=0.5',
    'data.scaling=none',
  ])('is refused with %s, which makes it another run', async override => {
    const starting = start(await withRun(), { resume: true, overrides: [override] });
    await expect(starting).rejects.toMatchObject({ code: 'configuration-changed' });
    await expect(starting).rejects.toThrow(override.split('=')[0]!);
  });

  it('is refused with a checkpoint that is damaged, by its name', async () => {
    const platform = await withRun();
    const path = `${folder}/last.safetensors`;
    const bytes = platform.bytes(path).slice();
    bytes[bytes.length - 1]! ^= 1;
    platform.put(path, bytes);
    const starting = start(platform, { resume: true });
    await expect(starting).rejects.toMatchObject({ code: 'damaged-weights' });
    await expect(starting).rejects.toThrow(path);
  });
});
