import type { Frame } from 'playwright-core';
import { expect } from 'vitest';
import { violations } from './accessibility';
import { file, showSidePanel, trainToTheEnd } from './digits';
import { poll, test } from './workbench';

/** What the workbench's own element is called in each theme tells that it has changed. */
const themes = {
  light: { name: 'Default Light Modern', shown: '.monaco-workbench.vs' },
  dark: { name: 'Default Dark Modern', shown: '.monaco-workbench.vs-dark' },
  'high-contrast': { name: 'Default High Contrast', shown: '.monaco-workbench.hc-black' },
};

// The pictures are there to be looked at.
test('every view can be seen and used in light, dark and high contrast', async ({ workbench }) => {
  // Small enough for the view of the network.
  workbench.edit(file, text => text.replace('[64, 32]', '[16, 16]'));
  const explorer = await trainToTheEnd(workbench, 30);
  const sidePanel = (await showSidePanel(workbench)) as Frame;
  const found: Record<string, readonly string[]> = {};
  for (const [theme, { name, shown }] of Object.entries(themes)) {
    workbench.setTheme(name);
    await workbench.page.locator(shown).waitFor();
    // What depends on no colour is the same in all themes.
    const rules = theme === 'light' ? undefined : ['color-contrast'];
    for (const view of await viewNames(explorer)) {
      await open(explorer, view);
      await workbench.page.mouse.move(5, 5);
      await workbench.screenshot(`${view}-${theme}`);
      found[`${view}, ${theme}`] = await violations(explorer, '--vscode-editor-background', rules);
    }
    found[`side panel, ${theme}`] = await violations(sidePanel, '--vscode-sideBar-background', rules);
    await workbench.hover(file, 'learning_rate');
    await workbench.screenshot(`hover-${theme}`);
  }
  const none = Object.fromEntries(Object.keys(found).map(view => [view, []]));
  expect(found).toEqual(none);
});

const viewNames = async (explorer: Frame) =>
  Promise.all(
    (await explorer.locator('[data-tab]').all()).map(async tab => (await tab.getAttribute('data-tab'))!),
  );

/** The view as it is once its answers have come and are painted. */
async function open(explorer: Frame, view: string) {
  await explorer.locator(`[data-tab="${view}"]`).click();
  await expect.poll(() => explorer.locator('.waiting').count(), poll).toBe(0);
  await explorer.evaluate(
    () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}
