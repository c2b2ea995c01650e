import { expect, it } from 'vitest';
import { listRuns } from '../../src/runs/listRuns';
import { formatVersion } from '../../src/runs/record';
import { MemoryPlatform, processOf } from '../helpers/memoryPlatform';
import { platformWith, recordOf, runsFolder } from './support';

const list = (platform: MemoryPlatform) => listRuns(platform, runsFolder, platform.process.isAlive);

it('finds nothing where there is no folder', async () => {
  expect(await list(new MemoryPlatform())).toEqual({ runs: [], unreadable: [] });
});

it('has the newest first, each with the status that it really has', async () => {
  const platform = platformWith({
    a: recordOf({ status: 'running', process: processOf(99) }),
    b: recordOf({ status: 'running', process: processOf(1) }),
    c: recordOf({ formatVersion: formatVersion + 1 }),
  });
  const { runs, unreadable } = await list(platform);
  expect(runs.map(({ id, status, readOnly }) => [id, status, readOnly])).toEqual([
    ['c', 'finished', true],
    ['b', 'running', false],
    ['a', 'interrupted', false],
  ]);
  expect(unreadable).toEqual([]);
});

it('lists the good runs beside foreign and damaged folders, which it names with a reason', async () => {
  const platform = platformWith({ a: recordOf() });
  platform.put(`${runsFolder}/b/run.json`, '{"formatVersion":1');
  platform.put(`${runsFolder}/c/run.json`, '{}');
  platform.put(`${runsFolder}/d/readme.txt`, '');
  platform.put(`${runsFolder}/e.txt`, '');
  const { runs, unreadable } = await list(platform);
  expect(runs.map(({ id }) => id)).toEqual(['a']);
  expect(unreadable.map(({ folder }) => folder.slice(runsFolder.length + 1))).toEqual([
    'b',
    'c',
    'd',
    'e.txt',
  ]);
  for (const { reason } of unreadable) expect(reason).toMatch(/^[^\n]+$/);
});

it('does without the damaged weights of a run: only whoever opens them needs them', async () => {
  const platform = platformWith({ a: recordOf() });
  platform.put(`${runsFolder}/a/best.safetensors`, 'no weights');
  expect((await list(platform)).runs).toHaveLength(1);
});
