import { afterEach, expect, it, vi } from 'vitest';
import { readMetrics } from '../../src/runs/runFolder';
import { folder, outcomeOf, projectPlatform, regression, tickingClock, train } from './support';

afterEach(() => vi.restoreAllMocks());

it('ends a run within a step or two, with what to do about it', async () => {
  const { summary, statuses } = await train(projectPlatform(), {
    overrides: ['training.learning_rate=1000000'],
  });
  expect(statuses()).toEqual(['running', 'diverged']);
  expect(summary.message).toMatch(/^Diverged at step [23]: the loss .* too high for sgd; try 100000\.$/);
});

it('leaves finite weights and valid JSON, with null where there is no number', async () => {
  // Every look at this clock takes longer than a save may wait: the worst moment to save is among them.
  tickingClock(2000);
  const platform = projectPlatform();
  const overrides = ['training.learning_rate=1e30'];
  const { summary } = await train(platform, { text: regression, overrides });
  expect(summary.status).toBe('diverged');
  expect(summary.message).toContain('the loss became infinite');

  const lines = platform.text(`${folder}/metrics.jsonl`).trim().split('\n');
  expect(lines.map(line => JSON.parse(line)).at(-1).loss).toBeNull();
  expect((await readMetrics(platform, folder)).steps.at(-1)!.loss).toBeNull();
  expect(JSON.parse(platform.text(`${folder}/run.json`)).status).toBe('diverged');
  for (const path of platform.disk.keys())
    if (path.endsWith('.safetensors')) expect(platform.disk.get(path)).toSatisfy(isFinite);
});

it('keeps the best epoch before it', async () => {
  const platform = projectPlatform();
  const overrides = ['training.learning_rate=5', 'training.optimizer=momentum', 'training.momentum=0.99'];
  const { summary } = await train(platform, { text: regression, overrides });
  expect(summary.status).toBe('diverged');
  const { best, bestWeights } = await outcomeOf(platform);
  expect(Number(bestWeights.metadata.epoch)).toBe(best!.epoch);
});
