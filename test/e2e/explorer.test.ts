import { expect } from 'vitest';
import { expectDrawn, showExplorer, trainToTheEnd } from './digits';
import { poll, test, textOf } from './workbench';

const samples = 'main[data-view="explorer"] [data-sample]';

test('the Model Explorer shows curves, weights and the worst samples', async ({ workbench }) => {
  const explorer = await trainToTheEnd(workbench);
  await expectDrawn(explorer, '[data-chart="loss"]');
  await expectDrawn(explorer, '[data-chart="accuracy"]');

  const worst = explorer.locator(samples);
  await expect.poll(() => worst.count(), poll).toBeGreaterThanOrEqual(5);
  await expectDrawn(explorer, samples);
  for (const sample of (await worst.all()).slice(0, 5)) {
    expect(await sample.locator('canvas').count()).toBeGreaterThan(0);
    const words = (await textOf(sample)).replaceAll(/\s+/g, ' ');
    expect(words).toMatch(/true \d .*predicted \d .*loss \d+\.\d+/);
    expect(words).toMatch(/p\(true\) [\d.]+ ?% .*p\(predicted\) [\d.]+ ?%/);
  }

  await explorer.locator('[data-tab="weights"]').click();
  await expect.poll(() => explorer.locator('[data-layer]').count(), poll).toBeGreaterThanOrEqual(2);
  const health = explorer.locator('.layer-health tbody tr');
  expect(await health.count()).toBe(await explorer.locator('[data-layer]').count());
  expect(await textOf(health.first())).toMatch(/[\d.]+ ± [\d.]+/);
  for (const layer of await explorer.locator('[data-layer]').all()) {
    await layer.click();
    await expectDrawn(explorer, 'section[aria-label^="Weights of"]');
  }
});

test('a run outlives its window', async ({ workbench }) => {
  await trainToTheEnd(workbench);
  await workbench.runCommand('View: Close All Editors');
  await workbench.reload();

  await workbench.runCommand('Descent: Focus on Runs View');
  const run = workbench.page
    .locator('.pane', { hasText: 'Runs' })
    .locator('.monaco-list-row', { hasText: 'run 1' });
  await run.click();
  const explorer = await showExplorer(workbench);
  await expectDrawn(explorer, '[data-chart="loss"]');
  await expect.poll(() => explorer.locator(samples).count(), poll).toBeGreaterThanOrEqual(5);
});
