import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { projectPlatform, train } from './support';

const example = (name: string) =>
  readFileSync(new URL(`../../examples/names/${name}`, import.meta.url), 'utf8');

it('the example of names learns more in one epoch than how often each character occurs', async () => {
  const platform = projectPlatform();
  // Every tenth name is enough to learn which letters follow which.
  const names = example('names.txt').split('\n');
  platform.put('/project/names.txt', names.filter((_, i) => i % 10 === 0).join('\n'));
  const { summary } = await train(platform, {
    text: example('names.model.yaml'),
    overrides: ['training.epochs=1'],
  });
  expect(summary.best!.valLoss).toBeLessThan(summary.baseline! - 0.3);
});
