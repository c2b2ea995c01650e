import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { closedWhilePaused, closedWhileTraining } from '../../src/runs/record';
import { readMetrics, readRecord } from '../../src/runs/runFolder';
import { folder, paramsOf, projectPlatform, sessionOn, tickingClock, train } from './support';

afterEach(() => vi.restoreAllMocks());

describe('a run', () => {
  it('goes from running to finished, and is on the disk when it says so', async () => {
    const platform = projectPlatform();
    const { summary, statuses } = await train(platform);
    expect(statuses()).toEqual(['running', 'finished']);
    expect(summary).toMatchObject({ status: 'finished', lastEpoch: 3, message: null });
    const record = await readRecord(platform, folder);
    expect(record).toMatchObject({ status: 'finished', lastEpoch: 3 });
    expect((await readMetrics(platform, folder)).epochs).toHaveLength(3);
  });

  it('tells every epoch and step once, the last ones with its end', async () => {
    const platform = projectPlatform();
    const { events } = await train(platform);
    const { epochs, steps } = await readMetrics(platform, folder);
    expect(events.flatMap(event => event.epochs)).toEqual(epochs);
    expect(events.flatMap(event => event.steps)).toEqual(steps);
    expect(events.at(-1)!.run).toMatchObject({ status: 'finished', lastEpoch: 3 });
  });

  it('finishes early when nothing gets better, and says so', async () => {
    const overrides = ['training.early_stopping_patience=2', 'training.early_stopping_min_delta=100'];
    const { summary } = await train(projectPlatform(), { overrides: [...overrides, 'training.epochs=50'] });
    expect(summary).toMatchObject({ status: 'finished', message: 'Stopped early: no better for 2 epochs.' });
    expect(summary.lastEpoch).toBe(3);
  });

  it('is the only one of its session', async () => {
    const { session } = await train(projectPlatform());
    await expect(session.start(paramsOf())).rejects.toMatchObject({ code: 'session-used' });
  });

  it('is told of at most 30 times a second', async () => {
    tickingClock(10);
    const { events, summary } = await train(projectPlatform(), { overrides: ['training.epochs=20'] });
    // Beyond these, only its beginning and its end are told.
    expect(events.length).toBeLessThanOrEqual((30 * summary.elapsedMs) / 1000 + 2);
    expect(events.length).toBeGreaterThan(20);
  });
});

describe('pause', () => {
  it('holds the run until it is resumed; twice is as good as once', async () => {
    tickingClock(10);
    const platform = projectPlatform();
    const { session, statuses } = await train(platform, {}, (session, n) => {
      if (n !== 4) return;
      expect([session.resume(), session.pause(), session.pause()]).toEqual(['running', 'paused', 'paused']);
      setTimeout(() => {
        expect(JSON.parse(platform.text(`${folder}/run.json`)).status).toBe('paused');
        expect([session.resume(), session.resume()]).toEqual(['running', 'running']);
      });
    });
    expect(statuses()).toEqual(['running', 'paused', 'running', 'finished']);
    expect([session.pause(), session.resume()]).toEqual(['finished', 'finished']);
  });

  it('does not count as time spent', async () => {
    tickingClock(10);
    const { summary } = await train(projectPlatform(), {}, (session, n) => {
      if (n !== 4) return;
      session.pause();
      for (let i = 0; i < 1000; i++) performance.now();
      setTimeout(() => session.resume());
    });
    expect(summary.elapsedMs).toBeLessThan(10_000);
  });

  test('while the run is being saved comes too late', async () => {
    const platform = projectPlatform();
    const { session, statuses } = sessionOn(platform);
    const { ended } = await session.start(paramsOf());
    // From now on only the last save writes.
    platform.failsAt = () => {
      session.pause();
      return false;
    };
    expect((await ended).status).toBe('finished');
    expect(statuses()).toEqual(['running', 'finished']);
    expect((await readRecord(platform, folder)).status).toBe('finished');
  });
});

describe('stop', () => {
  it.each([1, 5, 17])('after event %i keeps what was done until then; twice is as good as once', async at => {
    tickingClock(10);
    const platform = projectPlatform();
    const { session, statuses, summary } = await train(platform, {}, (session, n) => {
      if (n === at) expect([session.stop(), session.stop()]).toEqual(['running', 'running']);
    });
    expect(statuses()).toEqual(['running', 'stopped']);
    expect((await readRecord(platform, folder)).lastEpoch).toBe(summary.lastEpoch);
    expect(session.stop()).toBe('stopped');
  });

  it('after the last epoch comes too late: the run has finished', async () => {
    tickingClock(10);
    const { statuses, summary } = await train(projectPlatform(), {}, session => {
      if (session.run!.recorder.summary.lastEpoch === 3) session.stop();
    });
    expect(summary.lastEpoch).toBe(3);
    expect(statuses()).toEqual(['running', 'finished']);
  });

  it('ends a paused run', async () => {
    tickingClock(10);
    const { statuses } = await train(projectPlatform(), {}, (session, n) => {
      if (n !== 2) return;
      session.pause();
      setTimeout(() => session.stop());
    });
    expect(statuses()).toEqual(['running', 'paused', 'stopped']);
  });

  it.each([
    ['training', 'running', closedWhileTraining],
    ['paused', 'paused', closedWhilePaused],
  ])('interrupt ends a run that is %s, with words for why, and it can go on', async (_, before, message) => {
    tickingClock(10);
    const platform = projectPlatform();
    const { statuses } = await train(platform, {}, (session, n) => {
      if (n !== 8) return;
      if (before === 'running') return void session.interrupt();
      session.pause();
      setTimeout(() => session.interrupt());
    });
    expect(statuses().slice(-2)).toEqual([before, 'interrupted']);
    const record = await readRecord(platform, folder);
    expect(record).toMatchObject({ status: 'interrupted', message });
    const { summary } = await train(platform, { resume: true });
    expect(summary).toMatchObject({ status: 'finished', lastEpoch: 3, message: null });
  });

  it('ends a run that is only just starting, before its first step', async () => {
    const { session, events } = sessionOn(projectPlatform());
    const starting = session.start(paramsOf());
    expect(() => session.stop()).not.toThrow();
    const { ended } = await starting;
    expect((await ended).status).toBe('stopped');
    expect(events.flatMap(({ steps }) => steps)).toEqual([]);
  });

  it('has nothing to do, nor have pause and resume, where there is no run', () => {
    const { session } = sessionOn(projectPlatform());
    for (const act of [() => session.pause(), () => session.resume()])
      expect(act).toThrow('There is no training to act on.');
    expect(session.stop()).toBe('stopped');
  });
});

describe('a start that is refused', () => {
  it.each([
    ['a bad configuration', { text: 'data: 5' }, 'configuration'],
    ['missing data', { text: 'data: { path: nothing.csv }' }, 'configuration'],
  ])('for %s says why and leaves no folder', async (_, changed, code) => {
    const platform = projectPlatform();
    const { session, events } = sessionOn(platform);
    const starting = session.start(paramsOf({ ...changed, folder: null }));
    await expect(starting).rejects.toMatchObject({ code, problems: [{ severity: 'error' }] });
    expect([...platform.disk.keys()].filter(path => path.includes('.descent'))).toEqual([]);
    expect(events).toEqual([]);
  });
});
