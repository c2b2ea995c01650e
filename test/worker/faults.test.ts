import { describe, expect, it } from 'vitest';
import { readMetrics, readRecord } from '../../src/runs/runFolder';
import { decodeSafetensors } from '../../src/runs/safetensors';
import type { MemoryPlatform } from '../helpers/memoryPlatform';
import { folder, paramsOf, projectPlatform, sessionOn, train } from './support';

/** Whatever lies in the run folder is whole, and the record speaks of nothing that is not there. */
async function expectSound(platform: MemoryPlatform) {
  if (!platform.disk.has(`${folder}/run.json`)) return;
  const record = await readRecord(platform, folder);
  const { epochs } = await readMetrics(platform, folder);
  expect(epochs.length).toBeGreaterThanOrEqual(record.lastEpoch);
  expect(epochs.map(({ epoch }) => epoch)).toEqual(epochs.map((_, i) => i + 1));
  const last = decodeSafetensors(platform.bytes(`${folder}/last.safetensors`));
  expect(Number(last.metadata.epoch)).toBeLessThanOrEqual(epochs.length);
  if (!record.best) return;
  const best = decodeSafetensors(platform.bytes(`${folder}/best.safetensors`));
  expect(Number(best.metadata.epoch)).toBe(record.best.epoch);
}

async function nOperationsOfARun(): Promise<number> {
  const platform = projectPlatform();
  await train(platform);
  return platform.nOperations;
}

describe.each([
  ['fails once', (n: number, at: number) => n === at],
  ['is full from then on', (n: number, at: number) => n >= at],
])('a disk that %s', (_, fails) => {
  it('at any operation refuses the run or ends it as failed, with one message and nothing half', async () => {
    const statuses = new Set<string>();
    const n = await nOperationsOfARun();
    for (let at = 1; at <= n; at++) {
      const platform = projectPlatform();
      platform.failsAt = n => fails(n, at);
      const { session, events } = sessionOn(platform);
      const ended = await session.start(paramsOf()).then(
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
        expect(ended).toMatchObject({ status: 'failed', message: /no space left/ });
        expect(events.filter(({ run }) => run.status === 'failed')).toHaveLength(1);
      }
      await expectSound(platform);
    }
    expect(statuses).toEqual(new Set(['refused', 'failed']));
  });
});

it('a run that failed keeps what it had learned, once the disk works again', async () => {
  const platform = projectPlatform();
  const { session } = sessionOn(platform);
  const { ended } = await session.start(paramsOf());
  const last = platform.nOperations + 1;
  platform.failsAt = n => n === last;
  await ended;
  expect((await readRecord(platform, folder)).lastEpoch).toBe(3);
  expect((await readMetrics(platform, folder)).epochs).toHaveLength(3);
});
