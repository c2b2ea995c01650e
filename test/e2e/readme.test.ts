// The pictures of the README, taken anew with DESCENT_SCREENSHOT=1.
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { expect } from 'vitest';
import { expectDrawn, showSidePanel, trainExample } from './digits';
import { poll, test, type Workbench } from './workbench';

const media = path.join(import.meta.dirname, '../../media');

test.skipIf(!process.env.DESCENT_SCREENSHOT)('pictures of the README', async ({ workbench }) => {
  const { page } = workbench;
  workbench.setTheme('Default Dark Modern');
  await page.locator('.monaco-workbench.vs-dark').waitFor();
  const digits = await trainExample(workbench, 'digits');
  await showSidePanel(workbench);
  await page.setViewportSize({ width: 1400, height: 1180 });
  await take(workbench, digits, 'screenshot', 'body');

  await page.locator('.tab', { hasText: 'Model Explorer' }).click();
  await workbench.runCommand('View: Toggle Maximize Editor Group');
  await workbench.runCommand('View: Close Primary Side Bar');
  // Wide enough for two views beside each other.
  await page.setViewportSize({ width: 1150, height: 780 });
  await digits.locator('[data-tab="confusion"]').click();
  const mistake = digits.locator('[data-cell="4-8"]');
  await mistake.click();
  const count = Number(await mistake.textContent());
  await expect.poll(() => digits.locator('[data-sample]').count(), poll).toBe(count);
  await take(workbench, digits, 'explorer-confusion', '.part.editor');

  // A net that fits into a picture.
  workbench.edit('spiral/spiral.model.yaml', text => text.replace('[8, 8]', '[5, 5]'));
  const spiral = await trainExample(workbench, 'spiral');
  await workbench.runCommand('View: Close Primary Side Bar');
  await page.setViewportSize({ width: 660, height: 1060 });
  await spiral.locator('[data-tab="network"]').click();
  await expectDrawn(spiral, '[data-testid="plane"]');
  await take(workbench, spiral, 'explorer-network', '.part.editor');
});

/** A part of the window, once its sizes have settled and no pointer is over it. */
async function take({ page }: Workbench, explorer: Frame, name: string, part: string) {
  await page.mouse.move(5, 5);
  await expect.poll(() => explorer.locator('.waiting').count(), poll).toBe(0);
  await page
    .locator(part)
    .first()
    .screenshot({ path: path.join(media, `${name}.png`), animations: 'disabled' });
}
