// The pictures of the README, taken anew: DESCENT_SCREENSHOT=1 npm test -- --only e2e
import path from 'node:path';
import { expect } from 'vitest';
import { expectDrawn, showSidePanel, trainExample } from './digits';
import { poll, test, textOf, type Workbench } from './workbench';

const media = path.join(import.meta.dirname, '../../media');

test.skipIf(!process.env.DESCENT_SCREENSHOT)(
  'the pictures of the README are taken',
  async ({ workbench }) => {
    const { page } = workbench;
    workbench.setTheme('Default Dark Modern');
    await page.locator('.monaco-workbench.vs-dark').waitFor();
    const digits = await trainExample(workbench, 'digits');
    await showSidePanel(workbench);
    await expectDrawn(digits, '[data-sample]');
    await page.mouse.move(5, 5);
    await page.screenshot({ path: path.join(media, 'screenshot.png') });

    // The Explorer alone, wide enough for two views.
    await page.locator('.tab', { hasText: 'Model Explorer' }).click();
    await workbench.runCommand('View: Toggle Maximize Editor Group');
    await workbench.runCommand('View: Close Primary Side Bar');
    await page.setViewportSize({ width: 1050, height: 760 });
    await digits.locator('[data-tab="confusion"]').click();
    const mistake = digits.locator('[data-cell="4-8"]');
    await mistake.click();
    await expect.poll(() => textOf(digits.locator('.chips')), poll).toContain('true 4 → predicted 8');
    await expectDrawn(digits, '[data-sample]');
    await takeExplorer(workbench, 'confusion');
    await mistake.click();

    await page.setViewportSize({ width: 640, height: 900 });
    const spiral = await trainExample(workbench, 'spiral');
    await spiral.locator('[data-tab="network"]').click();
    await expectDrawn(spiral, '[data-testid="plane"]');
    await takeExplorer(workbench, 'network');
  },
);

async function takeExplorer({ page }: Workbench, view: string) {
  await page.mouse.move(5, 5);
  const clip = (await page.locator('.part.editor').boundingBox())!;
  await page.screenshot({ path: path.join(media, `explorer-${view}.png`), clip });
}
