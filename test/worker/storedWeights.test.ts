import { describe, expect, it } from 'vitest';
import { readRecord } from '../../src/runs/runFolder';
import { openStoredRun } from '../../src/worker/storedRun';
import type { MemoryPlatform } from '../helpers/memoryPlatform';
import { folder, projectPlatform, train } from './support';

/** Finished after 12 epochs: checkpoints of 0 to 8, 10 and 12. */
async function finished(overrides: string[] = []): Promise<MemoryPlatform> {
  const platform = projectPlatform();
  await train(platform, { overrides: ['training.epochs=12', ...overrides] });
  return platform;
}

const file = (epoch: number) => `${folder}/checkpoints/epoch-${epoch}.safetensors`;

describe('a recorded epoch', () => {
  it.each([0, 1, 5, 10, 12])(
    '%i is opened with the weights that a run of so many epochs ends with',
    async epoch => {
      const { network, epoch: opened } = await openStoredRun(await finished(), folder, epoch);
      expect(opened).toBe(epoch);
      const shorter = projectPlatform();
      if (epoch === 0) await train(shorter, {}, session => session.stop());
      else await train(shorter, { overrides: [`training.epochs=${epoch}`] });
      const expected = await openStoredRun(shorter, folder, epoch);
      expect(network).toEqual(expected.network);
    },
  );

  it('is opened from the best or the last weights, where these are its', async () => {
    const platform = await finished(['training.checkpoints_per_doubling=0']);
    const { best } = await readRecord(platform, folder);
    const [atBest, atLast, unasked] = [
      await openStoredRun(platform, folder, best!.epoch),
      await openStoredRun(platform, folder, 12),
      await openStoredRun(platform, folder),
    ];
    expect([atBest.epoch, atLast.epoch]).toEqual([best!.epoch, 12]);
    expect(atBest.network).toEqual(unasked.network);
  });

  it('that another program left without the number in the file is that of its name', async () => {
    const platform = await finished();
    platform.put(file(9), platform.bytes(file(8)));
    expect((await openStoredRun(platform, folder, 9)).epoch).toBe(9);
  });
});

describe('an epoch that cannot be opened', () => {
  it('because it was not recorded is refused with those that were', async () => {
    await expect(openStoredRun(await finished(), folder, 9)).rejects.toMatchObject({
      code: 'epoch-not-recorded',
      message:
        'The weights of epoch 9 were not recorded. Those that were are 0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12.',
    });
  });

  it('because its file is gone is refused, and the message does not offer it', async () => {
    const platform = await finished();
    platform.disk.delete(file(5));
    await expect(openStoredRun(platform, folder, 5)).rejects.toMatchObject({
      code: 'epoch-not-recorded',
      message: expect.stringContaining('are 0, 1, 2, 3, 4, 6, 7, 8, 10, 12.'),
    });
  });

  it('of many is refused with the nearest', async () => {
    const platform = projectPlatform();
    await train(platform, { overrides: ['training.epochs=150', 'training.checkpoints_per_doubling=8'] });
    await expect(openStoredRun(platform, folder, 77)).rejects.toThrow(
      /The nearest that were are (\d+, ){19}\d+\.$/,
    );
  });

  it('because its file is damaged is refused by the name of the file', async () => {
    const platform = await finished();
    const bytes = platform.bytes(file(4)).slice();
    bytes[bytes.length - 1]! ^= 1;
    platform.put(file(4), bytes);
    const opening = openStoredRun(platform, folder, 4);
    await expect(opening).rejects.toMatchObject({ code: 'damaged-weights' });
    await expect(opening).rejects.toThrow(file(4));
    expect((await openStoredRun(platform, folder, 5)).epoch).toBe(5);
  });

  it('of a run that was stopped within one is not taken for the one before', async () => {
    const platform = projectPlatform();
    await train(platform, { overrides: ['training.checkpoints_per_doubling=0'] });
    const record = await readRecord(platform, folder);
    platform.put(`${folder}/run.json`, JSON.stringify({ ...record, status: 'stopped', best: null }));
    platform.disk.delete(`${folder}/best.safetensors`);
    await expect(openStoredRun(platform, folder, 3)).rejects.toThrow('has recorded those of no epoch yet');
  });
});

it('a run without any weights is refused in words', async () => {
  const platform = await finished();
  for (const name of ['best', 'last']) platform.disk.delete(`${folder}/${name}.safetensors`);
  await expect(openStoredRun(platform, folder)).rejects.toMatchObject({
    code: 'no-weights',
    message: `${folder} holds neither best.safetensors nor last.safetensors: no weights of this run were kept.`,
  });
});
