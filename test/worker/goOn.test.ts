import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listCheckpoints } from '../../src/runs/checkpointFiles';
import { readRecord } from '../../src/runs/runFolder';
import { readSampleLosses } from '../../src/runs/sampleLosses';
import type { MemoryPlatform } from '../helpers/memoryPlatform';
import { folder, outcomeOf, projectPlatform, tickingClock, train } from './support';

beforeEach(() => tickingClock(10));
afterEach(() => vi.restoreAllMocks());

const epochs = (n: number) => [`training.epochs=${n}`];

async function finished(nEpochs: number, overrides: string[] = []): Promise<MemoryPlatform> {
  const platform = projectPlatform();
  await train(platform, { overrides: [...epochs(nEpochs), ...overrides] });
  return platform;
}

async function change(platform: MemoryPlatform, changed: object) {
  const record = await readRecord(platform, folder);
  platform.put(`${folder}/run.json`, JSON.stringify({ ...record, ...changed }));
}

const checkpointsOf = async (platform: MemoryPlatform) => {
  const { checkpoints } = await readRecord(platform, folder);
  expect(await listCheckpoints(platform, folder)).toEqual(checkpoints);
  return checkpoints;
};

describe('checkpoints of a run that goes on', () => {
  it('are those of one that trained through', async () => {
    const platform = await finished(9);
    await train(platform, { resume: true, overrides: epochs(12) });
    const whole = await outcomeOf(await finished(12));
    expect(await outcomeOf(platform)).toEqual(whole);
    expect(await checkpointsOf(platform)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12]);
  });

  it('go where they are of a later epoch than it goes on from', async () => {
    const platform = await finished(4);
    // As a process leaves them that is killed after it has written weights, and before the state and the record.
    const last = platform.bytes(`${folder}/last.safetensors`);
    await train(platform, { resume: true, overrides: epochs(8) });
    platform.put(`${folder}/last.safetensors`, last);
    await train(platform, { resume: true, overrides: epochs(6) });
    expect(await checkpointsOf(platform)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(await outcomeOf(platform)).toEqual(await outcomeOf(await finished(6)));
  });

  it('are found on the disk, whatever the record says of them', async () => {
    const platform = await finished(4);
    await change(platform, { checkpoints: [0, 1, 2, 3, 4] });
    platform.disk.delete(`${folder}/checkpoints/epoch-2.safetensors`);
    await train(platform, { resume: true, overrides: epochs(5) });
    expect(await checkpointsOf(platform)).toEqual([0, 1, 3, 4, 5]);
  });

  it('go where fewer are asked for now', async () => {
    const platform = await finished(7);
    await train(platform, {
      resume: true,
      overrides: [...epochs(8), 'training.checkpoints_per_doubling=1'],
    });
    expect(await checkpointsOf(platform)).toEqual([0, 1, 2, 4, 8]);
  });
});

it('a run that is older than checkpoints goes on with them', async () => {
  const platform = await finished(3);
  const { checkpoints: _, sampleLossStride: __, ...record } = await readRecord(platform, folder);
  const { training, ...configuration } = record.configuration as Record<string, Record<string, unknown>>;
  const { checkpoints_per_doubling: ___, ...former } = training!;
  await platform.files.remove(`${folder}/checkpoints`);
  const older = { ...record, configuration: { ...configuration, training: former } };
  platform.put(`${folder}/run.json`, JSON.stringify(older));
  expect(await readRecord(platform, folder)).toMatchObject({ checkpoints: [], sampleLossStride: 1 });
  await train(platform, { resume: true, overrides: epochs(5) });
  expect(await checkpointsOf(platform)).toEqual([3, 4, 5]);
  expect((await readSampleLosses(platform, folder, 5)).map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4, 5]);
});

describe('sample losses of a run that goes on for very many epochs', () => {
  // 5 validation samples: beyond 3.2 million epochs every 2nd has its row, beyond 6.4 million every 4th.
  const long = (nEpochs: number, nBefore = 0) => ({
    overrides: epochs(nEpochs),
    resume: nBefore > 0,
  });
  /** Trains on until epoch `n` is over. */
  const until = (platform: MemoryPlatform, n: number, params: object) =>
    train(platform, params, session => {
      if (session.run!.recorder.summary.lastEpoch >= n) session.stop();
    });

  it('have the rows that they would have had from the start', async () => {
    const platform = await finished(9);
    await until(platform, 14, long(4_000_000, 9));
    expect(await readRecord(platform, folder)).toMatchObject({ sampleLossStride: 2, lastEpoch: 14 });
    const whole = projectPlatform();
    await until(whole, 14, long(4_000_000));
    const rows = await readSampleLosses(platform, folder, 5);
    expect(rows.map(({ epoch }) => epoch)).toEqual([2, 4, 6, 8, 10, 12, 14]);
    expect(rows).toEqual(await readSampleLosses(whole, folder, 5));

    await until(platform, 18, long(8_000_000, 14));
    expect((await readSampleLosses(platform, folder, 5)).map(({ epoch }) => epoch)).toEqual([4, 8, 12, 16]);
    // Fewer epochs again: the rows that are gone do not come back.
    await train(platform, long(20, 18));
    expect((await readSampleLosses(platform, folder, 5)).map(({ epoch }) => epoch)).toEqual([
      4, 8, 12, 16, 20,
    ]);
  });
});
