import { expect } from 'vitest';
import { expectDrawn, file, showExplorer, showSidePanel, train } from './digits';
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

test('a run is led step by step, with another learning rate from there on', async ({ workbench }) => {
  await workbench.openFile(file);
  await workbench.runCommand('Descent: Train Step by Step');
  const explorer = await showExplorer(workbench);
  const line = explorer.locator('.progress');
  await explorer.locator('[data-command="step"]').focus();
  for (const step of [1, 2]) {
    await workbench.page.keyboard.press('Enter');
    await expect.poll(() => textOf(line), poll).toMatch(`paused · epoch 0 / 30 · step ${step} · batch loss`);
  }

  await explorer.locator('[data-command="changeLearningRate"]').click();
  const input = workbench.page.locator('.quick-input-widget');
  await input.locator('input.input').fill('0');
  await input.getByText('learning_rate must be a number > 0; found 0.').waitFor();
  await input.locator('input.input').fill('0.05');
  await workbench.page.keyboard.press('Enter');
  await explorer.getByText('learning_rate 0.1 → 0.05 after step 2').waitFor();

  await workbench.runCommand('Descent: Run to End of Epoch');
  await expect.poll(() => textOf(line), poll).toMatch('paused · epoch 1 / 30 · step');
  await workbench.runCommand('Descent: Stop Training');
  await expect.poll(() => textOf(line), poll).toMatch(/stopped/);
});

/** 'digits · run 1  epoch 1 200 / 100 000 · …' → 1200; thousands are parted by thin spaces. */
function epochIn(runLine: string): number {
  const [, digits] = runLine.match(/epoch ([\d ]+)\//) ?? [];
  return Number(digits?.replaceAll(/\D/g, '') ?? Number.NaN);
}
