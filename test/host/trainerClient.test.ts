import { describe, expect, it, vi } from 'vitest';
import { TrainerClient } from '../../src/host/trainerClient';
import { FakeWorker } from '../helpers/memoryPlatform';
import { progressOf } from './support';

function client() {
  const worker = new FakeWorker();
  const onProgress = vi.fn();
  const onEnd = vi.fn();
  return { worker, onProgress, onEnd, trainer: new TrainerClient(worker, onProgress, onEnd) };
}

const ended = (message: string) => ({ failure: { code: 'trainer-ended', message } });

describe('a request', () => {
  it('resolves with its own answer, in whatever order they come', async () => {
    const { worker, trainer } = client();
    const [pause, stop] = [trainer.request('pause', null), trainer.request('stop', null)];
    expect(worker.posted).toEqual([
      { type: 'request', id: 1, method: 'pause', params: null },
      { type: 'request', id: 2, method: 'stop', params: null },
    ]);
    worker.say({ type: 'answer', id: 2, ok: true, result: 'stopped' });
    worker.say({ type: 'answer', id: 1, ok: true, result: 'paused' });
    expect(await Promise.all([pause, stop])).toEqual(['paused', 'stopped']);
  });

  it('rejects with what the trainer says is wrong', async () => {
    const { worker, trainer } = client();
    const request = trainer.request('pause', null);
    const failure = { code: 'no-run', message: 'There is no training to act on.', problems: [] };
    worker.say({ type: 'answer', id: 1, ok: false, failure });
    await expect(request).rejects.toMatchObject({ name: 'TrainerError', message: failure.message, failure });
  });

  it('is not disturbed by answers to nothing, or to what was answered already', async () => {
    const { worker, trainer } = client();
    const request = trainer.request('pause', null);
    worker.say({ type: 'answer', id: 7, ok: true, result: 'stopped' });
    worker.say({ type: 'answer', id: 7, ok: false, failure: { code: 'a', message: 'b' } });
    worker.say({ type: 'answer', id: 1, ok: true, result: 'paused' });
    worker.say({ type: 'answer', id: 1, ok: true, result: 'running' });
    expect(await request).toBe('paused');
  });
});

it('passes progress on', () => {
  const { worker, onProgress } = client();
  const event = progressOf('running');
  worker.say(event);
  expect(onProgress.mock.calls).toEqual([[event]]);
});

describe('the death of the trainer', () => {
  it('rejects all that waits, with the reason, and is told', async () => {
    const { worker, trainer, onEnd } = client();
    const requests = [trainer.request('pause', null), trainer.request('stop', null)];
    worker.die('out of memory');
    for (const request of requests) await expect(request).rejects.toMatchObject(ended('out of memory'));
    expect(onEnd.mock.calls).toEqual([['out of memory']]);
  });

  it('rejects what is asked later at once', async () => {
    const { worker, trainer } = client();
    worker.die('out of memory');
    await expect(trainer.request('stop', null)).rejects.toMatchObject(ended('out of memory'));
    expect(worker.posted).toEqual([]);
  });
});

describe('dispose', () => {
  it('ends the thread and what waits for it; again is fine', async () => {
    const { worker, trainer } = client();
    const request = trainer.request('stop', null);
    trainer.dispose();
    trainer.dispose();
    await expect(request).rejects.toMatchObject(ended('The training thread was ended.'));
    expect(worker.nTerminations).toBeGreaterThan(0);
  });

  it('stays the reason when the thread is gone', async () => {
    const { worker, trainer } = client();
    trainer.dispose();
    worker.die('The training thread ended without a word.');
    const later = trainer.request('stop', null);
    await expect(later).rejects.toMatchObject(ended('The training thread was ended.'));
  });
});
