import { describe, expect, it } from 'vitest';
import { readRecord } from '../../src/runs/runFolder';
import { prepare } from '../../src/worker/prepare';
import { threadsFor } from '../../src/worker/threads';
import { configurationPath, folder, outcomeOf, paramsOf, projectPlatform, train } from './support';

const spiral = (model: string, training: string) =>
  `data:\n  generator: spiral\n  samples: 2000\nmodel:\n  hidden_sizes: ${model}\ntraining:\n  batch_size: 64\n  ${training}\n`;

async function threadsOf(text: string, wanted: number, nCores: number) {
  const platform = Object.assign(projectPlatform(), { nCores });
  const { prepared } = await prepare(platform, { path: configurationPath, text, allowedFolder: null });
  return threadsFor(platform, wanted, prepared!);
}

const text = spiral('[200, 200]', 'epochs: 3');

describe('training may use', () => {
  const large = spiral('[300, 300]', 'epochs: 1000');

  it.each([
    [1, null],
    [2, 2],
    [3, 3],
    [64, 4],
  ])('of %i cores %s, as long as it is measured to be faster', async (nCores, count) => {
    const threads = await threadsOf(large, 0, nCores);
    expect(threads?.count ?? null).toBe(count);
    if (threads) expect(threads.clock!()).toBeGreaterThan(0);
  });

  it.each([
    ['small networks', spiral('[8]', 'epochs: 1000000')],
    ['short trainings', spiral('[300, 300]', 'epochs: 1')],
  ])('one thread for %s', async (_, text) => {
    expect(await threadsOf(text, 0, 64)).toBeNull();
  });

  it.each([
    ['categories', { categories: { size: 1e6, nChoices: 2 } }],
    ['embedded categories', { embeddings: [{ size: 1e6, width: 8, nChoices: 2 }] }],
  ])('one thread for small networks with many %s, of which a sample meets few', async (_, tables) => {
    const platform = Object.assign(projectPlatform(), { nCores: 64 });
    const text = spiral('[8]', 'epochs: 1000000');
    const { prepared } = await prepare(platform, { path: configurationPath, text, allowedFolder: null });
    const architecture = { ...prepared!.architecture, ...tables };
    expect(threadsFor(platform, 0, { ...prepared!, architecture })).toBeNull();
  });

  it('what the person wants', async () => {
    expect(await threadsOf(spiral('[8]', 'epochs: 1'), 7, 2)).toMatchObject({ count: 7, clock: null });
    expect(await threadsOf(large, 1, 8)).toBeNull();
  });
});

describe('the threads of a run', () => {
  const run = async (changed: Parameters<typeof train>[1] = {}, act?: Parameters<typeof train>[2]) => {
    const platform = projectPlatform();
    const { summary } = await train(platform, { text, ...changed }, act);
    const { engine } = await readRecord(platform, folder);
    const [thread] = platform.workers;
    return { platform, summary, thread, nThreads: engine.threads };
  };

  it('are recorded, change no bit, and end with it', async () => {
    const [alone, together] = [await run(), await run({ threads: 2 })];
    expect([alone.nThreads, together.nThreads]).toEqual([1, 2]);
    expect(alone.thread).toBeUndefined();
    expect(together.thread).toMatchObject({ nTerminations: 1, posted: [{ thread: 1 }] });
    expect(await outcomeOf(together.platform)).toEqual(await outcomeOf(alone.platform));
  });

  it.each([
    ['stopped', {}],
    ['diverged', { overrides: ['training.learning_rate=1e9'] }],
  ])('end with one that is %s', async (status, changed) => {
    const stop = status === 'stopped';
    const { summary, thread } = await run({ threads: 2, ...changed }, session => stop && session.stop());
    expect(summary.status).toBe(status);
    expect(thread!.nTerminations).toBe(1);
  });

  it('end with one that fails', async () => {
    const { summary, thread } = await run({ threads: 2 }, () => {
      throw new Error('out of breath');
    });
    expect(summary).toMatchObject({ status: 'failed', message: 'out of breath' });
    expect(thread!.nTerminations).toBe(1);
  });

  it('may be others when it goes on', async () => {
    const platform = projectPlatform();
    await train(platform, { text, threads: 2 }, (session, n) => n === 2 && session.stop());
    await train(platform, { text, resume: true });
    expect(await outcomeOf(platform)).toEqual(await outcomeOf((await run()).platform));
  });

  it('are none where one dies', async () => {
    const platform = projectPlatform();
    const dies = () => platform.workers[0]!.die('out of memory');
    const { summary } = await train(platform, { text, threads: 2 }, (_, n) => n === 1 && dies());
    expect(summary.status).toBe('finished');
    expect((await readRecord(platform, folder)).engine.threads).toBe(1);
    expect(await outcomeOf(platform)).toEqual(await outcomeOf((await run()).platform));
  });
});

it('a run that cannot be saved at its start has started no thread', async () => {
  const platform = projectPlatform();
  platform.failsAt = n => platform.nOperations === n && platform.disk.has(`${folder}/last.safetensors`);
  await expect(train(platform, paramsOf({ text, threads: 2 }))).rejects.toThrow('ENOSPC');
  expect(platform.workers).toHaveLength(0);
});
