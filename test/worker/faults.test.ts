import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkpointPath } from '../../src/runs/checkpointFiles';
import { readMetrics, readRecord } from '../../src/runs/runFolder';
import { decodeSafetensors } from '../../src/runs/safetensors';
import type { MemoryPlatform } from '../helpers/memoryPlatform';
import { paramsOf, projectPlatform, sessionOn, tickingClock, train } from './support';

// Several saves in a run.
beforeEach(() => tickingClock(100));
afterEach(() => vi.restoreAllMocks());

const params = paramsOf({ folder: null });
const folderOf = (platform: MemoryPlatform) =>
  [...platform.disk.keys()].find(path => path.endsWith('/run.json'))?.replace('/run.json', '');

/** Whatever lies in the run folder is whole and holds at least what the record speaks of. */
async function expectSound(platform: MemoryPlatform) {
  const folder = folderOf(platform);
  if (folder === undefined) return;
  const record = await readRecord(platform, folder);
  const { epochs } = await readMetrics(platform, folder);
  expect(epochs.length).toBeGreaterThanOrEqual(record.lastEpoch);
  expect(epochs.map(({ epoch }) => epoch)).toEqual(epochs.map((_, i) => i + 1));
  const last = decodeSafetensors(platform.bytes(`${folder}/last.safetensors`));
  expect(Number(last.metadata.epoch)).toBeLessThanOrEqual(epochs.length);
  for (const epoch of record.checkpoints) {
    const checkpoint = decodeSafetensors(platform.bytes(checkpointPath(platform, folder, epoch)));
    expect(Number(checkpoint.metadata.epoch)).toBe(epoch);
  }
  if (record.status === 'finished') expect(record.checkpoints).toEqual([0, 1, 2, 3]);
  if (!record.best) return;
  const best = decodeSafetensors(platform.bytes(`${folder}/best.safetensors`));
  expect(Number(best.metadata.epoch)).toBeGreaterThanOrEqual(record.best.epoch);
}

async function nOperationsOfARun(): Promise<number> {
  const platform = projectPlatform();
  await train(platform, params);
  return platform.nOperations;
}

describe.each([
  ['fails once', (n: number, at: number) => n === at, ['refused', 'finished', 'failed']],
  ['is full from then on', (n: number, at: number) => n >= at, ['refused', 'failed']],
])('a disk that %s', (_, fails, outcomes) => {
  it('at any operation refuses the run, is overcome or ends it as failed, with one message and nothing half', async () => {
    const statuses = new Set<string>();
    const n = await nOperationsOfARun();
    for (let at = 1; at <= n; at++) {
      const platform = projectPlatform();
      platform.failsAt = n => fails(n, at);
      const { session, events } = sessionOn(platform);
      const ended = await session.start(params).then(
        run => run.ended,
        (error: Error) => error,
      );
      platform.failsAt = () => false;
      if (ended instanceof Error) {
        statuses.add('refused');
        expect(ended.message).toMatch(/no space left/);
        expect(events).toEqual([]);
      } else {
        statuses.add(ended.status);
        const failures = events.filter(({ run }) => run.status === 'failed');
        if (ended.status === 'finished') expect([ended.message, failures]).toEqual([null, []]);
        else {
          expect(ended.message).toMatch(/no space left/);
          expect(failures).toHaveLength(1);
        }
      }
      await expectSound(platform);
    }
    expect(statuses).toEqual(new Set(outcomes));
  });
});

// Long enough for several saves in a row.
const long = { ...params, overrides: ['training.epochs=100'] };

it('a run whose disk failed for a while loses nothing', async () => {
  const platform = projectPlatform();
  const { session } = sessionOn(platform);
  const { ended } = await session.start(long);
  const next = platform.nOperations + 1;
  platform.failsAt = n => n >= next && n < next + 5;
  const { status, folder } = await ended;
  expect(status).toBe('finished');
  const { epochs, steps } = await readMetrics(platform, folder);
  expect([epochs.length, steps.length]).toEqual([100, 500]);
});

it('a run that failed keeps what it had learned, once the disk works again', async () => {
  const platform = projectPlatform();
  const { session } = sessionOn(platform);
  const { ended } = await session.start(long);
  const next = platform.nOperations + 1;
  // Each save gives up at its first operation; the sixth in a row ends the run.
  platform.failsAt = n => n >= next && n < next + 6;
  const { status, lastEpoch, folder } = await ended;
  expect(status).toBe('failed');
  expect((await readRecord(platform, folder)).lastEpoch).toBe(lastEpoch);
  expect((await readMetrics(platform, folder)).epochs).toHaveLength(lastEpoch);
});
