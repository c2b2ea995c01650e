import type { Frame } from 'playwright-core';
import { expect } from 'vitest';
import { showExplorer } from './digits';
import { poll, test, textOf, type Workbench } from './workbench';

const file = 'spiral/spiral.model.yaml';
const plane = '[data-testid="plane"] canvas';

async function trainSpiral(workbench: Workbench, epochs: number): Promise<Frame> {
  workbench.edit(file, text => text.replace('relu', 'tanh').replace('epochs: 200', `epochs: ${epochs}`));
  await workbench.openFile(file);
  await workbench.runCommand('Descent: Train Model');
  const explorer = await showExplorer(workbench);
  await explorer.locator('[data-tab="network"]').click();
  await explorer.locator(plane).waitFor();
  return explorer;
}

/** What a person sees in the plane, as one text to compare. */
const picture = (explorer: Frame) =>
  explorer.locator(plane).evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

test('the decision boundary moves while the spiral is trained', async ({ workbench }) => {
  const explorer = await trainSpiral(workbench, 10_000_000);
  for (let look = 0; look < 3; look++) {
    const before = await picture(explorer);
    await expect.poll(() => picture(explorer), poll).not.toBe(before);
  }
  expect(await textOf(explorer.locator('.head-line').first())).toMatch(/epoch [\d ]+ \/ 10/);
  expect(await explorer.locator('[data-unit]').count()).toBe(2 + 8 + 8 + 2);
  await workbench.screenshot('network-training');
  await workbench.runCommand('Descent: Stop Training');
});

test('a weight is changed by keyboard, and undone', async ({ workbench }) => {
  const explorer = await trainSpiral(workbench, 300);
  await explorer
    .getByText(/^finished/)
    .first()
    .waitFor();
  const asTrained = explorer.locator('[data-score="as trained"]');
  const byHand = explorer.locator('[data-score="by hand"]');
  const banner = explorer.getByTestId('edits-banner');
  await expect.poll(() => textOf(asTrained), poll).toMatch(/\d\.\d+.*%/);
  const trained = await textOf(asTrained);
  await expect.poll(() => picture(explorer).then(({ length }) => length), poll).toBeGreaterThan(5000);
  const before = await picture(explorer);

  const { keyboard } = workbench.page;
  await explorer.locator('[data-unit="1 0"]').focus();
  await keyboard.press('ArrowDown');
  await expect.poll(() => focused(explorer), poll).toMatch(/^unit 2 of hidden 1: tanh of 2 weighted inputs/);
  await keyboard.press('Enter');
  await expect.poll(() => focused(explorer), poll).toBe('bias of unit 2 of hidden 1');
  await keyboard.press('Tab');
  await expect.poll(() => focused(explorer), poll).toBe('weight x → unit 2 of hidden 1');
  await keyboard.type('-25');
  await expect.poll(() => textOf(banner), poll).toMatch('Weights changed by hand (1)');
  await expect.poll(() => textOf(byHand), poll).toMatch(/\d\.\d+.*%/);
  expect(numbersIn(await textOf(byHand))).not.toEqual(numbersIn(trained));
  expect(await textOf(asTrained)).toBe(trained);
  await expect.poll(() => picture(explorer), poll).not.toBe(before);
  await workbench.screenshot('network-changed');

  await keyboard.press('Control+z');
  await expect.poll(() => banner.count(), poll).toBe(0);
  expect(await byHand.count()).toBe(0);
  await expect.poll(() => picture(explorer), poll).toBe(before);
});

const focused = (explorer: Frame) =>
  explorer.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

const numbersIn = (text: string) => text.match(/[\d.]+/g);
