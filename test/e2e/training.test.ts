import { expect } from 'vitest';
import { expectDrawn, showSidePanel, train } from './digits';
import { poll, test, textOf } from './workbench';

test('Train Model draws learning curves that move while it trains', async ({ workbench }) => {
  await train(workbench, 100_000);
  const panel = await showSidePanel(workbench);
  const runLine = panel.getByTestId('run-line');
  const loss = panel.locator('[data-chart="loss"]');
  const look = async () => ({ epoch: epochIn(await textOf(runLine)), loss: await textOf(loss) });

  await expect.poll(async () => (await look()).epoch, poll).toBeGreaterThan(0);
  await expectDrawn(panel, '[data-chart="loss"]');
  await expectDrawn(panel, '[data-chart="accuracy"]');
  const before = await look();
  await expect.poll(async () => (await look()).epoch, poll).toBeGreaterThan(before.epoch);
  await expect.poll(async () => (await look()).loss, poll).not.toBe(before.loss);

  await workbench.runCommand('Descent: Stop Training');
  await expect.poll(() => textOf(runLine), poll).toMatch(/stopped/);
});

/** 'digits · run 1  epoch 1 200 / 100 000 · …' → 1200; thousands are parted by thin spaces. */
function epochIn(runLine: string): number {
  const [, digits] = runLine.match(/epoch ([\d ]+)\//) ?? [];
  return Number(digits?.replaceAll(/\D/g, '') ?? Number.NaN);
}
