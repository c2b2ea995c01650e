import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { trainToTheEnd } from './digits';
import { poll, test, textOf, type Workbench } from './workbench';

const rows = ({ page }: Workbench) =>
  page.locator('.pane', { hasText: 'Runs' }).locator('.monaco-list-row', { hasText: 'digits' });

async function choose(workbench: Workbench, action: string) {
  await rows(workbench).first().click({ button: 'right' });
  const item = workbench.page.locator('.monaco-menu .action-label', { hasText: action });
  await item.waitFor();
  // A menu that has just opened ignores the mouse for a moment.
  const isOpen = async () => {
    if (await item.isVisible()) await item.click();
    return item.isVisible();
  };
  await expect.poll(isOpen, poll).toBe(false);
}

test('a run is renamed and deleted from its menu', async ({ workbench }) => {
  await trainToTheEnd(workbench, 2);
  await workbench.runCommand('Descent: Focus on Runs View');

  await choose(workbench, 'Rename Run…');
  const input = workbench.page.locator('.quick-input-widget input.input');
  await input.fill('first try');
  await input.press('Enter');
  await expect.poll(() => textOf(rows(workbench)), poll).toContain('first try');

  const folder = path.join(workbench.folder, 'digits/.descent/runs');
  const [id] = readdirSync(folder);
  await choose(workbench, 'Delete Run…');
  await workbench.page.locator('.monaco-dialog-box .monaco-button', { hasText: 'Delete' }).click();
  await expect.poll(() => rows(workbench).count(), poll).toBe(0);
  expect(existsSync(path.join(folder, id!))).toBe(false);
});
