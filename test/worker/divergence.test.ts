import { afterEach, expect, it, vi } from 'vitest';
import { readMetrics } from '../../src/runs/runFolder';
import { decodeSafetensors } from '../../src/runs/safetensors';
import { folder, outcomeOf, projectPlatform, regression, tickingClock, train } from './support';

afterEach(() => vi.restoreAllMocks());

it('ends a run within a step or two, with what to do about it', async () => {
  const { summary, statuses } = await train(projectPlatform(), {
    overrides: ['training.learning_rate=1000000'],
  });
  expect(statuses()).toEqual(['running', 'diverged']);
  expect(summary.message).toMatch(/^Diverged at step [23]: the loss .* too high for sgd; try 0\.1\.$/);
});

it('leaves finite weights and valid JSON, with null where there is no number', async () => {
  tickingClock(10);
  const platform = projectPlatform();
  const overrides = ['training.learning_rate=1e30'];
  // A pause saves; after every event there is one, so that the worst moment to save is among them.
  const { summary } = await train(platform, { text: regression, overrides }, session => {
    session.pause();
    setTimeout(() => session.resume());
  });
  expect(summary.status).toBe('diverged');
  expect(summary.message).toContain('the loss became infinite');

  const lines = platform.text(`${folder}/metrics.jsonl`).trim().split('\n');
  expect(lines.map(line => JSON.parse(line)).at(-1).loss).toBeNull();
  expect((await readMetrics(platform, folder)).steps.at(-1)!.loss).toBeNull();
  expect(JSON.parse(platform.text(`${folder}/run.json`)).status).toBe('diverged');
  const { tensors } = decodeSafetensors(platform.bytes(`${folder}/last.safetensors`));
  for (const { values } of tensors.values()) expect(values.every(Number.isFinite)).toBe(true);
});

it('is told, and its state is not kept, also when the run is stopped at that moment', async () => {
  tickingClock(10);
  const platform = projectPlatform();
  const overrides = ['training.learning_rate=1e30'];
  const { summary } = await train(platform, { text: regression, overrides }, session => {
    const { lastStep } = session.run!.recorder.summary;
    if (lastStep?.loss === null) session.stop();
  });
  expect(summary.status).toBe('diverged');
  const { metadata } = decodeSafetensors(platform.bytes(`${folder}/last.safetensors`));
  expect(JSON.parse(metadata.progress!).lossSum).not.toBeNull();
});

it('keeps the best epoch before it', async () => {
  const platform = projectPlatform();
  // A linear model on whole batches: the loss grows by the same factor in every epoch.
  const overrides = ['model.hidden_sizes=[]', 'training.batch_size=18', 'training.learning_rate=1.5'];
  const { summary } = await train(platform, {
    text: regression,
    overrides: [...overrides, 'training.epochs=50'],
  });
  expect(summary.status).toBe('diverged');
  const { best, bestWeights } = await outcomeOf(platform);
  expect(best!.epoch).toBe(1);
  expect(bestWeights.metadata.epoch).toBe('1');
});
