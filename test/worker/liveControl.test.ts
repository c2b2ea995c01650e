import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeSafetensors } from '../../src/runs/safetensors';
import type { TrainingSession } from '../../src/worker/session';
import { folder, outcomeOf, paramsOf, projectPlatform, sessionOn, tickingClock, train } from './support';

beforeEach(() => tickingClock(10));
afterEach(() => vi.restoreAllMocks());

/** A run that was led by `lead` after so many steps and epochs, one a slice; 5 steps and 1 end make an epoch. */
async function ledAfter(nEvents: number, lead: (session: TrainingSession) => void, overrides: string[] = []) {
  const platform = projectPlatform();
  const said = sessionOn(platform);
  let nBreaths = 0;
  platform.onBreath = () => ++nBreaths === nEvents && lead(said.session);
  const { ended } = await said.session.start(paramsOf({ overrides }));
  const place = () => {
    const { status, lastEpoch, lastStep } = said.events.at(-1)!.run;
    return [status, lastEpoch, lastStep?.step];
  };
  const comesTo = (...expected: unknown[]) =>
    vi.waitFor(() => expect(place()).toEqual(expected), { interval: 1 });
  /** What a machine that is switched off now would leave. */
  const storedStep = () =>
    JSON.parse(decodeSafetensors(platform.bytes(`${folder}/last.safetensors`)).metadata.progress!).step;
  return { ...said, platform, ended, comesTo, storedStep };
}

describe('step', () => {
  it('does one step of a paused run, which stays paused and is saved', async () => {
    const { session, comesTo, events, storedStep } = await ledAfter(2, session => session.pause());
    await comesTo('paused', 0, 2);
    expect(session.step()).toBe('paused');
    await comesTo('paused', 0, 3);
    await vi.waitFor(() => expect(storedStep()).toBe(3));
    expect(events.at(-1)!.steps).toEqual([events.at(-1)!.run.lastStep]);
    session.stop();
  });

  it('with which an epoch ends also ends the epoch', async () => {
    const { session, comesTo } = await ledAfter(4, session => session.pause());
    await comesTo('paused', 0, 4);
    session.step();
    await comesTo('paused', 1, 5);
    session.step();
    await comesTo('paused', 1, 6);
    session.stop();
  });

  it('is a step also where a pause came between the last one and the end of its epoch', async () => {
    const { session, comesTo } = await ledAfter(5, session => session.pause());
    await comesTo('paused', 0, 5);
    session.step();
    await comesTo('paused', 1, 6);
    session.stop();
  });

  it('is done as often as it was asked for', async () => {
    const { session, comesTo } = await ledAfter(2, session => session.pause());
    await comesTo('paused', 0, 2);
    expect([session.step(), session.step(), session.step()]).toEqual(['paused', 'paused', 'paused']);
    await comesTo('paused', 1, 5);
    session.stop();
  });

  it('is the last one of a running run before its pause', async () => {
    const { session, comesTo, statuses } = await ledAfter(2, session =>
      expect(session.step()).toBe('paused'),
    );
    await comesTo('paused', 0, 3);
    expect(statuses()).toEqual(['running', 'paused']);
    session.stop();
  });

  it('that is still to be done gives way to a pause, and to going on', async () => {
    const paused = await ledAfter(2, session => [session.step(), session.pause()]);
    await paused.comesTo('paused', 0, 2);
    paused.session.stop();
    const resumed = await ledAfter(2, session => [session.step(), session.resume()]);
    expect((await resumed.ended).status).toBe('finished');
  });

  it('by step leads to the same end as a run without a pause', async () => {
    const { session, platform, ended, comesTo } = await ledAfter(1, session => session.pause());
    await comesTo('paused', 0, 1);
    for (let n = 2; n <= 15; n++) session.step();
    expect((await ended).status).toBe('finished');
    const whole = projectPlatform();
    await train(whole);
    expect(await outcomeOf(platform)).toEqual(await outcomeOf(whole));
  });

  it('that diverges ends the run at once', async () => {
    const { ended } = await ledAfter(1, session => session.step(), ['training.learning_rate=1e38']);
    expect((await ended).status).toBe('diverged');
  });

  it('counts as time spent', async () => {
    const { session, comesTo, events, ended } = await ledAfter(2, session => session.pause());
    await comesTo('paused', 0, 2);
    const before = events.at(-1)!.run.elapsedMs;
    session.step();
    await comesTo('paused', 0, 3);
    session.stop();
    const { elapsedMs } = await ended;
    expect(elapsedMs).toBeGreaterThan(before);
  });
});

it('a run may begin paused, before its first step', async () => {
  const platform = projectPlatform();
  const { session, events, statuses } = sessionOn(platform);
  const { summary, ended } = await session.start(paramsOf({ beginPaused: true }));
  expect(summary).toMatchObject({ status: 'paused', lastStep: null });
  await vi.waitFor(() => platform.bytes(`${folder}/last.safetensors`));
  expect(events.flatMap(({ steps }) => steps)).toEqual([]);
  session.step();
  await vi.waitFor(() => expect(events.at(-1)!.run.lastStep?.step).toBe(1));
  session.resume();
  expect((await ended).status).toBe('finished');
  expect(statuses()).toEqual(['paused', 'running', 'finished']);
  const whole = projectPlatform();
  await train(whole);
  expect(await outcomeOf(platform)).toEqual(await outcomeOf(whole));
});

describe('runEpoch', () => {
  it('trains to the end of the epoch and pauses there', async () => {
    const { session, comesTo, statuses, storedStep } = await ledAfter(2, session => session.pause());
    await comesTo('paused', 0, 2);
    expect(session.runEpoch()).toBe('running');
    await comesTo('paused', 1, 5);
    await vi.waitFor(() => expect(storedStep()).toBe(5));
    session.runEpoch();
    await comesTo('paused', 2, 10);
    expect(statuses()).toEqual(['running', 'paused', 'running', 'paused', 'running', 'paused']);
    session.stop();
  });

  it('lets a running run go on to there', async () => {
    const { session, comesTo, statuses } = await ledAfter(2, session => session.runEpoch());
    await comesTo('paused', 1, 5);
    expect(statuses()).toEqual(['running', 'paused']);
    session.stop();
  });

  it('of the last epoch finishes the run', async () => {
    const { statuses, ended } = await ledAfter(14, session => session.runEpoch());
    expect((await ended).status).toBe('finished');
    expect(statuses()).toEqual(['running', 'finished']);
  });

  it('is forgotten with a pause', async () => {
    const { session, comesTo, ended } = await ledAfter(2, session => [session.runEpoch(), session.pause()]);
    await comesTo('paused', 0, 2);
    session.resume();
    expect((await ended).status).toBe('finished');
  });
});

it.each(['step', 'runEpoch'] as const)(
  '%s has nothing to do where there is no run, or no more',
  async act => {
    expect(() => sessionOn(projectPlatform()).session[act]()).toThrow('There is no training to act on.');
    const { session } = await train(projectPlatform());
    expect(session[act]()).toBe('finished');
  },
);
