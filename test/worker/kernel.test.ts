import { describe, expect, it } from 'vitest';
import { kernelNamed } from '../../src/engine/kernels';
import { readRecord } from '../../src/runs/runFolder';
import { folder, outcomeOf, paramsOf, projectPlatform, sessionOn, train } from './support';

async function stoppedWith(kernel: string) {
  const platform = projectPlatform();
  await train(platform, {}, session => session.stop());
  const record = await readRecord(platform, folder);
  platform.put(`${folder}/run.json`, JSON.stringify({ ...record, engine: { ...record.engine, kernel } }));
  return platform;
}

describe('the kernel of a run', () => {
  it('is the fastest of this machine, and is recorded', async () => {
    const platform = projectPlatform();
    const { summary } = await train(platform);
    expect(summary.kernel).toBe(kernelNamed('the fastest').name);
    expect(summary.kernel).toMatch(/^WebAssembly/);
  });

  it('stays the same when the run goes on', async () => {
    const platform = await stoppedWith('plain TypeScript');
    const { summary } = await train(platform, { resume: true });
    expect(summary).toMatchObject({ kernel: 'plain TypeScript', status: 'finished' });
    expect((await outcomeOf(platform)).lastEpoch).toBe(3);
  });

  it('is missed where this machine does not have it', async () => {
    const platform = await stoppedWith('a machine of tomorrow');
    const starting = sessionOn(platform).session.start(paramsOf({ resume: true }));
    await expect(starting).rejects.toMatchObject({ code: 'kernel-missing' });
    await expect(starting).rejects.toThrow('trained with a machine of tomorrow');
  });
});
