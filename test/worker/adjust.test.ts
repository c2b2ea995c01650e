import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AdjustableValues } from '../../src/config/adjustable';
import { parseConfiguration } from '../../src/config/parse';
import { readMetrics, readRecord } from '../../src/runs/runFolder';
import type { MemoryPlatform } from '../helpers/memoryPlatform';
import { folder, outcomeOf, projectPlatform, sessionOn, tickingClock, train } from './support';

beforeEach(() => tickingClock(10));
afterEach(() => vi.restoreAllMocks());

/** Steps and epochs of a whole run: 3 × (5 + 1). */
const nEvents = 18;

/** A whole run in which something was changed after the fourth step. */
async function changedAfterFour(changes: AdjustableValues, overrides: string[] = []) {
  const platform = projectPlatform();
  await train(platform, { overrides }, (session, n) => n === 4 && session.adjust(changes));
  return platform;
}

const lossesOf = async (platform: MemoryPlatform) =>
  (await readMetrics(platform, folder)).steps.map(({ loss }) => loss);
const adjustmentsOf = async (platform: MemoryPlatform) => (await readRecord(platform, folder)).adjustments;

describe('a changed value', () => {
  it.each([
    ['learning_rate', 0.5, 'optimizer=sgd'],
    ['momentum', 0.1, 'optimizer=momentum'],
    ['weight_decay', 0.5, 'optimizer=sgd'],
    ['gradient_clip_norm', 0.001, 'optimizer=sgd'],
  ])('of %s acts from the next step on', async (key, value, option) => {
    const overrides = [`training.${option}`];
    const changed = await lossesOf(await changedAfterFour({ [key]: value }, overrides));
    const plain = await lossesOf(await changedAfterFour({}, overrides));
    // The fifth step is the first that is done with it, the loss of the sixth the first that shows it.
    expect(changed.slice(0, 5)).toEqual(plain.slice(0, 5));
    expect(changed[5]).not.toBe(plain[5]);
  });

  it('of the learning rate is what the schedule takes its part of', async () => {
    const rates = async (changes: AdjustableValues) => {
      const platform = await changedAfterFour(changes, ['training.learning_rate_schedule=cosine']);
      return (await readMetrics(platform, folder)).epochs.map(({ learningRate }) => learningRate);
    };
    const [doubled, plain] = [await rates({ learning_rate: 0.1 }), await rates({})];
    expect(plain[2]).toBeLessThan(plain[1]!);
    for (const [epoch, rate] of doubled.entries()) expect(rate).toBeCloseTo(2 * plain[epoch]!, 12);
  });

  it('is recorded and told with its step', async () => {
    const platform = projectPlatform();
    const { summary } = await train(platform, {}, (session, n) => {
      // Eight steps and the end of an epoch.
      if (n === 9) expect(session.adjust({ learning_rate: 0.5, weight_decay: 0.01 })).toBe('running');
    });
    const expected = [
      { step: 8, key: 'learning_rate', from: 0.05, to: 0.5 },
      { step: 8, key: 'weight_decay', from: 0, to: 0.01 },
    ];
    expect(await adjustmentsOf(platform)).toEqual(expected);
    expect(summary.adjustments).toEqual(expected);
    expect(summary.adjustable).toEqual({ learning_rate: 0.5, weight_decay: 0.01, gradient_clip_norm: 0 });
    expect((await readRecord(platform, folder)).configuration.training).toMatchObject({
      learning_rate: 0.05,
    });
  });

  it('of a paused run is saved while it waits', async () => {
    const platform = projectPlatform();
    const { statuses } = await train(platform, {}, (session, n) => {
      if (n !== 4) return;
      session.pause();
      setTimeout(async () => {
        expect(session.adjust({ learning_rate: 0.5 })).toBe('paused');
        await vi.waitFor(async () => expect(await adjustmentsOf(platform)).toHaveLength(1));
        session.resume();
      });
    });
    expect(statuses()).toEqual(['running', 'paused', 'running', 'finished']);
  });

  it('is named by the message of a run that diverges with it', async () => {
    const { summary } = await train(projectPlatform(), {}, (session, n) => {
      if (n === 4) session.adjust({ learning_rate: 1e38 });
    });
    expect(summary.message).toContain('The learning rate 1e+38 is too high for sgd');
  });
});

/** Every key at once: with the limit, the update moves from the kernel's own to the reference, and back. */
const changes = { learning_rate: 0.02, weight_decay: 0.01, gradient_clip_norm: 0.1 };
const back = { gradient_clip_norm: 0 };

describe.each(['sgd', 'momentum', 'adam', 'adamw'])('with %s the same bits come out', optimizer => {
  const overrides = [`training.optimizer=${optimizer}`];
  const changedAt = { 4: changes, 9: back } as Record<number, AdjustableValues>;
  const whole = async () => {
    const platform = projectPlatform();
    await train(platform, { overrides }, (session, n) => n in changedAt && session.adjust(changedAt[n]!));
    return { ...(await outcomeOf(platform)), adjustments: await adjustmentsOf(platform) };
  };

  it('when the same is changed at the same steps', async () => {
    expect(await whole()).toEqual(await whole());
    expect((await whole()).adjustments).toHaveLength(4);
  });

  it('when the run was stopped after any event, and resumed', async () => {
    const expected = await whole();
    for (let at = 1; at < nEvents; at++) {
      const platform = projectPlatform();
      await train(platform, { overrides }, (session, n) => {
        if (n in changedAt) session.adjust(changedAt[n]!);
        if (n === at) session.stop();
      });
      await train(platform, { resume: true }, (session, n) => {
        if (at + n in changedAt) session.adjust(changedAt[at + n]!);
      });
      const actual = { ...(await outcomeOf(platform)), adjustments: await adjustmentsOf(platform) };
      expect(actual).toEqual(expected);
    }
  });

  it('when its process was killed before run.json told of the change, and it was resumed', async () => {
    const platform = projectPlatform();
    const killed = projectPlatform();
    killed.alive.delete(platform.process.self.id);
    await train(platform, { overrides }, (session, n) => {
      if (n === 4) session.adjust(changes);
      if (n !== 6) return;
      session.pause();
      setTimeout(async () => {
        await vi.waitFor(async () => expect((await readRecord(platform, folder)).status).toBe('paused'));
        for (const [path, bytes] of platform.disk) killed.disk.set(path, bytes);
        session.stop();
      });
    });
    const record = await readRecord(killed, folder);
    expect(record.adjustments).toHaveLength(3);
    killed.put(`${folder}/run.json`, JSON.stringify({ ...record, adjustments: [] }));
    await train(killed, { resume: true }, (session, n) => n === 9 - 6 && session.adjust(back));
    expect({ ...(await outcomeOf(killed)), adjustments: await adjustmentsOf(killed) }).toEqual(await whole());
  });
});

describe('a run that goes on', () => {
  it('takes a value that was configured anew, and records it as one more change', async () => {
    const platform = projectPlatform();
    await train(platform, {}, (session, n) => {
      if (n === 4) session.adjust({ learning_rate: 0.5 });
      if (n === 9) session.stop();
    });
    const { summary } = await train(platform, { resume: true, overrides: ['training.learning_rate=0.2'] });
    expect(summary.adjustments).toEqual([
      { step: 4, key: 'learning_rate', from: 0.05, to: 0.5 },
      { step: 8, key: 'learning_rate', from: 0.5, to: 0.2 },
    ]);
    const { epochs } = await readMetrics(platform, folder);
    expect(epochs.map(({ learningRate }) => learningRate)).toEqual([0.5, 0.2, 0.2]);
  });
});

describe('a change is refused', () => {
  it('in the words of the configuration where the value is wrong', async () => {
    for (const [key, value] of [
      ['learning_rate', 0],
      ['weight_decay', -1],
      ['gradient_clip_norm', Number.NaN],
    ] as const) {
      const { problems } = parseConfiguration('data: {builtin: iris}', 'a.yaml', [
        `training.${key}=${Number.isNaN(value) ? '.nan' : value}`,
      ]);
      const platform = projectPlatform();
      await train(platform, {}, (session, n) => {
        if (n === 4) expect(() => session.adjust({ [key]: value })).toThrow(problems[0]!.message);
      });
      expect(await adjustmentsOf(platform)).toEqual([]);
    }
  });

  it.each([
    [{ batch_size: 8 }, 'batch_size cannot be changed while a run trains, but learning_rate, momentum'],
    [{ momentum: 0.5 }, 'momentum has no effect with optimizer: sgd.'],
  ])('of what cannot be changed: %o; nothing else is changed either', async (refused, message) => {
    const platform = projectPlatform();
    await train(platform, {}, (session, n) => {
      if (n === 4) expect(() => session.adjust({ learning_rate: 0.5, ...refused })).toThrow(message);
    });
    expect(await adjustmentsOf(platform)).toEqual([]);
    expect((await readMetrics(platform, folder)).epochs[0]!.learningRate).toBe(0.05);
  });

  it('where there is no run, or no more', async () => {
    const adjusting = () => sessionOn(projectPlatform()).session.adjust({ learning_rate: 1 });
    expect(adjusting).toThrow('There is no training to act on.');
    const { session } = await train(projectPlatform());
    expect(() => session.adjust({ learning_rate: 1 })).toThrow(
      'The run is over (finished), so nothing in it can be changed.',
    );
  });
});
