import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveRun } from '../../src/host/liveRun';
import { Trainers } from '../../src/host/trainers';
import type { ProgressEvent } from '../../src/protocol';
import { MemoryPlatform } from '../helpers/memoryPlatform';
import { progressOf, summaryOf } from './support';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const params = {
  ...{ path: '/a', text: '', allowedFolder: null, overrides: [], folder: null },
  ...{ resume: false, beginPaused: false, threads: 0 },
};

/** A run that has been asked for, with the trainer's thread in the hands of the test. */
function starting() {
  const platform = new MemoryPlatform();
  const events: ProgressEvent[] = [];
  let cancel = () => {};
  const token = {
    onCancellationRequested: (listener: () => void) => {
      cancel = listener;
      return { dispose: () => {} };
    },
  };
  const run = LiveRun.start(new Trainers(platform, 'trainer.js'), token, params, event => {
    events.push(event);
  });
  const worker = platform.workers[0]!;
  const answer = () => worker.say({ type: 'answer', id: 1, ok: true, result: summaryOf('running') });
  return { run, worker, events, answer, cancel: () => cancel() };
}

async function started() {
  const { run, answer, ...rest } = starting();
  answer();
  return { ...rest, run: await run };
}

describe('start', () => {
  it('loses no progress that overtakes the answer', async () => {
    const { run, worker, events, answer } = starting();
    worker.say(progressOf('running', 1));
    answer();
    const live = await run;
    worker.say(progressOf('running', 2));
    expect(live.history.epochs.map(({ epoch }) => epoch)).toEqual([1, 2]);
    expect(events).toHaveLength(2);
  });

  it('that is refused rejects with the reason and ends the thread', async () => {
    const { run, worker } = starting();
    worker.say({ type: 'answer', id: 1, ok: false, failure: { code: 'configuration', message: 'No data.' } });
    await expect(run).rejects.toThrow('No data.');
    expect(worker.nTerminations).toBe(1);
  });

  it('that is cancelled ends the thread', async () => {
    const { run, worker, cancel } = starting();
    cancel();
    await expect(run).rejects.toThrow('The training thread was ended.');
    expect(worker.nTerminations).toBeGreaterThan(0);
  });

  it('rejects when the thread dies first', async () => {
    const { run, worker } = starting();
    worker.die('out of memory');
    await expect(run).rejects.toThrow('out of memory');
  });
});

describe('a run', () => {
  it('ends when its trainer says so, and its thread with it', async () => {
    const { run, worker, events } = await started();
    worker.say(progressOf('finished', 1));
    await run.ended;
    expect(run.summary.status).toBe('finished');
    expect(worker.nTerminations).toBe(1);
    worker.die('The training thread ended without a word.');
    expect(run.summary).toMatchObject({ status: 'finished', message: null });
    expect(events).toHaveLength(1);
  });

  it('whose thread dies has failed, with the reason, and keeps what it told', async () => {
    const { run, worker, events } = await started();
    worker.say(progressOf('running', 1));
    worker.die('out of memory');
    await run.ended;
    expect(run.summary).toMatchObject({ status: 'failed', message: 'out of memory' });
    expect(run.history.epochs).toHaveLength(1);
    expect(events.at(-1)!.run.status).toBe('failed');
  });
});

describe('what leads a run', () => {
  it('is asked of its trainer', async () => {
    const { run, worker } = await started();
    const asked = [run.step(), run.runEpoch(), run.adjust({ learning_rate: 0.2 })];
    for (const id of [2, 3, 4]) worker.say({ type: 'answer', id, ok: true, result: 'paused' });
    await Promise.all(asked);
    expect(worker.posted.slice(1)).toMatchObject([
      { method: 'step', params: null },
      { method: 'runEpoch', params: null },
      { method: 'adjust', params: { learning_rate: 0.2 } },
    ]);
  });

  it('multiplies a value by what it is when its turn comes, so that no press is lost', async () => {
    const { run, worker } = await started();
    const { run: summary } = progressOf('running');
    const tellRate = (learning_rate: number) =>
      worker.say({ ...progressOf('running'), run: { ...summary, adjustable: { learning_rate } } });
    tellRate(0.1);
    const presses = [run.scale('learning_rate', 2), run.scale('learning_rate', 2)];
    await vi.advanceTimersByTimeAsync(0);
    expect(worker.posted.slice(1)).toMatchObject([{ method: 'adjust', params: { learning_rate: 0.2 } }]);
    tellRate(0.2);
    worker.say({ type: 'answer', id: 2, ok: true, result: 'running' });
    await vi.advanceTimersByTimeAsync(0);
    expect(worker.posted.slice(2)).toMatchObject([{ method: 'adjust', params: { learning_rate: 0.4 } }]);
    worker.say({ type: 'answer', id: 3, ok: false, failure: { code: 'wrong-value', message: 'Too high.' } });
    await expect(presses[1]).rejects.toThrow('Too high.');
    // One that was refused does not hold up the next.
    const next = run.scale('learning_rate', 0.5);
    await vi.advanceTimersByTimeAsync(0);
    worker.say({ type: 'answer', id: 4, ok: true, result: 'running' });
    await next;
  });

  it('and is refused by it, comes back in its words', async () => {
    const { run, worker } = await started();
    const changed = run.adjust({ learning_rate: -1 });
    const failure = { code: 'wrong-value', message: 'learning_rate must be a number > 0; found -1.' };
    worker.say({ type: 'answer', id: 2, ok: false, failure });
    await expect(changed).rejects.toThrow(failure.message);
  });

  it('comes too late when it has ended while a value was typed', async () => {
    const { run, worker } = await started();
    worker.say(progressOf('finished', 1));
    await expect(run.adjust({ learning_rate: 0.2 })).rejects.toThrow(
      'run 1 is over (finished), so nothing in it was changed.',
    );
    expect(worker.posted).toHaveLength(1);
  });
});

describe('stop', () => {
  it('asks the trainer, which ends the run', async () => {
    const { run, worker } = await started();
    const stopped = run.stop();
    worker.say({ type: 'answer', id: 2, ok: true, result: 'running' });
    worker.say(progressOf('stopped', 1));
    await stopped;
    expect(run.summary).toMatchObject({ status: 'stopped', message: null });
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    ['never answers', false],
    ['answers but never ends', true],
  ])('ends a thread that %s within a second', async (_, answers) => {
    const { run, worker, events } = await started();
    const stopped = run.stop();
    if (answers) worker.say({ type: 'answer', id: 2, ok: true, result: 'running' });
    await vi.advanceTimersByTimeAsync(1000);
    await stopped;
    expect(run.summary.status).toBe('stopped');
    expect(worker.nTerminations).toBe(1);
    // What comes too late changes nothing any more.
    worker.say(progressOf('finished', 9));
    expect(run.summary.status).toBe('stopped');
    expect(events).toHaveLength(1);
  });

  it('returns when the thread dies instead', async () => {
    const { run, worker } = await started();
    const stopped = run.stop();
    worker.die('out of memory');
    await stopped;
    expect(run.summary.status).toBe('failed');
  });

  it('is asked once for all, and after the end for nothing', async () => {
    const { run, worker } = await started();
    const stops = [run.stop(), run.stop()];
    await vi.advanceTimersByTimeAsync(1000);
    await Promise.all(stops);
    const nPosted = worker.posted.length;
    await run.stop();
    expect(worker.posted).toHaveLength(nPosted);
    expect(worker.nTerminations).toBe(1);
  });
});
