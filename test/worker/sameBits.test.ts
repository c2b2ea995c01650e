import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { optimizers } from '../../src/engine/optimizers';
import { schedules } from '../../src/engine/schedules';
import { outcomeOf, projectPlatform, tickingClock, train } from './support';

beforeEach(() => tickingClock(10));
afterEach(() => vi.restoreAllMocks());

/** Steps and epochs of a whole run: 3 × (5 + 1). */
const nEvents = 18;

test('another seed gives other bits', async () => {
  const outcomes = [];
  for (const seed of [1, 2]) {
    const platform = projectPlatform();
    await train(platform, { overrides: [`training.seed=${seed}`] });
    outcomes.push(await outcomeOf(platform));
  }
  expect(outcomes[0]!.lastState.tensors).not.toEqual(outcomes[1]!.lastState.tensors);
});

const options = [
  ...Object.keys(optimizers).map(name => `training.optimizer=${name}`),
  ...Object.keys(schedules).map(name => `training.learning_rate_schedule=${name}`),
  'training.warmup_epochs=1.5',
  'training.gradient_clip_norm=0.1',
  'training.label_smoothing=0.1',
  'training.class_weights=balanced',
  'model.normalization=layer_norm',
  'model.normalization=batch_norm',
  'model.dropout=0.5',
];

describe.each(options)('the same bits come out with %s', option => {
  const overrides = [option, 'training.shuffle=true'];
  const uninterrupted = async () => {
    const platform = projectPlatform();
    await train(platform, { overrides });
    return outcomeOf(platform);
  };

  it('when it is trained again', async () => {
    expect(await uninterrupted()).toEqual(await uninterrupted());
  });

  it('when it was paused', async () => {
    const platform = projectPlatform();
    const { statuses } = await train(platform, { overrides }, (session, n) => {
      if (n % 4 !== 0) return;
      session.pause();
      setTimeout(() => session.resume());
    });
    expect(statuses()).toContain('paused');
    expect(await outcomeOf(platform)).toEqual(await uninterrupted());
  });

  it('when it was stopped after any event, and resumed', async () => {
    const whole = await uninterrupted();
    for (let at = 1; at < nEvents; at++) {
      const platform = projectPlatform();
      const stopped = await train(platform, { overrides }, (session, n) => n === at && session.stop());
      expect(stopped.summary.status).toBe('stopped');
      await train(platform, { resume: true });
      expect(await outcomeOf(platform)).toEqual(whole);
    }
  });

  it('when its process was killed, and it was resumed', async () => {
    const platform = projectPlatform();
    // A disk as it is in the middle of the run, and a process that is no more.
    const killed = projectPlatform();
    killed.alive.delete(platform.process.self.id);
    await train(platform, { overrides }, (_, n) => {
      if (n === 12) for (const [path, bytes] of platform.disk) killed.disk.set(path, bytes);
    });
    await train(killed, { resume: true });
    expect(await outcomeOf(killed)).toEqual(await outcomeOf(platform));
  });
});
