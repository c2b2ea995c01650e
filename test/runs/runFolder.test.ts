import { describe, expect, it, test } from 'vitest';
import type { ProcessIdentity } from '../../src/platform/types';
import { encodeMetrics } from '../../src/runs/metricsFile';
import { formatVersion, type RunStatus } from '../../src/runs/record';
import {
  claimRunFolder,
  nextRunNumber,
  readMetrics,
  readRecord,
  rewindMetrics,
  runsFolderOf,
  statusOf,
  summarise,
  writeRecord,
} from '../../src/runs/runFolder';
import { MemoryPlatform, processOf } from '../helpers/memoryPlatform';
import { epochOf, platformWith, recordOf, runsFolder } from './support';

const now = Date.UTC(2026, 0, 2);
const folder = `${runsFolder}/a`;

describe('a new run', () => {
  it('lies beside its configuration', () => {
    expect(runsFolderOf(new MemoryPlatform(), '/project/a.model.yaml')).toBe(runsFolder);
  });

  it('gets a folder of its own, also when two ask at once', async () => {
    const platform = new MemoryPlatform();
    const claims = [1, 2, 3].map(() => claimRunFolder(platform, runsFolder, now));
    expect((await Promise.all(claims)).sort()).toEqual(
      ['000', '001', '002'].map(ms => `${runsFolder}/20260102-000000-${ms}`),
    );
  });

  it('gets the number after the latest run before it, whatever else lies there', async () => {
    const platform = platformWith({ a: recordOf({ number: 4 }), b: recordOf({ number: 9 }) });
    platform.put(`${runsFolder}/c/run.json`, '{');
    platform.put(`${runsFolder}/notes.txt`, '');
    expect(await nextRunNumber(platform, `${runsFolder}/aa`)).toBe(5);
    expect(await nextRunNumber(platform, `${runsFolder}/z`)).toBe(10);
    expect(await nextRunNumber(new MemoryPlatform(), folder)).toBe(1);
  });
});

it('gets a number of its own when several start at once, before any is recorded', async () => {
  const platform = platformWith({ '20260101-000000-000': recordOf({ number: 4 }) });
  const claims = [1, 2, 3, 4].map(() => claimRunFolder(platform, runsFolder, now));
  const folders = (await Promise.all(claims)).sort();
  const numbers = await Promise.all(folders.map(each => nextRunNumber(platform, each)));
  expect(numbers).toEqual([5, 6, 7, 8]);
});

describe('the record', () => {
  it('comes back with what a program of the same version added to it', async () => {
    const platform = new MemoryPlatform();
    const record = { ...recordOf(), note: 'mine' };
    await writeRecord(platform, folder, record);
    expect(await readRecord(platform, folder)).toEqual(record);
  });

  it('of a newer version is not written over', async () => {
    const platform = platformWith({ a: recordOf({ formatVersion: formatVersion + 1 }) });
    const newer = await readRecord(platform, folder);
    const before = platform.text(`${folder}/run.json`);
    await expect(writeRecord(platform, folder, newer)).rejects.toThrow('newer version');
    expect(platform.text(`${folder}/run.json`)).toBe(before);
  });

  it('is refused with the key at fault, in a line for a person', async () => {
    const platform = new MemoryPlatform({
      [`${folder}/run.json`]: JSON.stringify({ ...recordOf(), number: 'x' }),
    });
    const reason = await readRecord(platform, folder).catch((error: Error) => error.message);
    expect(reason).toContain('number');
    expect(reason).not.toContain('\n');
  });
});

describe('the status', () => {
  const isAlive = ({ id }: ProcessIdentity) => id === 1;
  test.each<[RunStatus, number | undefined, RunStatus]>([
    ['running', 1, 'running'],
    ['paused', 1, 'paused'],
    ['running', 2, 'interrupted'],
    ['paused', 2, 'interrupted'],
    ['running', undefined, 'interrupted'],
    ['finished', 2, 'finished'],
    ['diverged', undefined, 'diverged'],
  ])('%s with process %s reads %s', (status, id, read) => {
    const process = id === undefined ? {} : { process: processOf(id) };
    expect(statusOf(recordOf({ status, ...process }), isAlive)).toBe(read);
  });
});

describe('the metrics', () => {
  const path = `${folder}/metrics.jsonl`;
  const steps = [5, 10, 15, 20, 25].map(step => ({ step, loss: 1 }));
  const written = encodeMetrics({ epochs: [epochOf(1), epochOf(2)], steps });

  it('of a run without any are none', async () => {
    expect(await readMetrics(new MemoryPlatform(), folder)).toEqual({ epochs: [], steps: [] });
  });

  it('forget what came after the checkpoint, and a torn tail with it', async () => {
    const platform = new MemoryPlatform();
    platform.put(path, written.subarray(0, written.length - 9));
    const kept = { epochs: [epochOf(1)], steps: steps.slice(0, 3) };
    expect(await rewindMetrics(platform, folder, 1, 15)).toEqual(kept);
    expect(platform.bytes(path)).toEqual(encodeMetrics(kept));
  });
});

describe('the summary', () => {
  const summary = (folder: string, changed = {}) =>
    summarise(new MemoryPlatform(), recordOf(changed), folder);

  it('tells a copied run from its original by the name of its folder', () => {
    expect(summary(`${runsFolder}/copy`)).toMatchObject({ id: 'copy', folder: `${runsFolder}/copy` });
  });

  it('finds the configuration from where the run lies now', () => {
    expect(summary('/moved/.descent/runs/a').configurationPath).toBe('/moved/a.model.yaml');
    expect(summary('/out', { configurationFolder: 'project' }).configurationPath).toBe(
      '/out/project/a.model.yaml',
    );
  });

  it('is read-only when a newer version wrote the run', () => {
    expect(summary(folder).readOnly).toBe(false);
    expect(summary(folder, { formatVersion: formatVersion + 1 }).readOnly).toBe(true);
  });
});
