import type { Frame } from 'playwright-core';
import { expect } from 'vitest';
import { violations } from './accessibility';
import { showSidePanel, trainExample } from './digits';
import { poll, test } from './workbench';

/** What the workbench's own element is called in each theme tells that it has changed. */
const themes = {
  light: { name: 'Default Light Modern', shown: '.monaco-workbench.vs' },
  dark: { name: 'Default Dark Modern', shown: '.monaco-workbench.vs-dark' },
  'high-contrast': { name: 'Default High Contrast', shown: '.monaco-workbench.hc-black' },
};
type Theme = keyof typeof themes;

const inAllThemes = Object.keys(themes) as Theme[];

/** Between them they have every view: pictures, points of a plane, rows of numbers. */
const looks: readonly { name: string; inThemes: readonly Theme[]; views: readonly string[] }[] = [
  { name: 'spiral', inThemes: inAllThemes, views: ['network'] },
  { name: 'iris', inThemes: ['light'], views: ['network', 'weights', 'samples', 'backprop', 'try'] },
  {
    name: 'digits',
    inThemes: inAllThemes,
    views: ['curves', 'weights', 'samples', 'confusion', 'dataMap', 'backprop', 'try'],
  },
];

// The pictures are there to be looked at.
test('every view can be seen and used in light, dark and high contrast', async ({ workbench }) => {
  const found: Record<string, readonly string[]> = {};
  for (const { name, inThemes, views } of looks) {
    const explorer = await trainExample(workbench, name);
    const sidePanel = (await showSidePanel(workbench)) as Frame;
    for (const theme of inThemes) {
      workbench.setTheme(themes[theme].name);
      await workbench.page.locator(themes[theme].shown).waitFor();
      // What depends on no colour is the same in all themes.
      const rules = theme === 'light' ? undefined : ['color-contrast'];
      for (const view of views) {
        await show(explorer, view);
        await workbench.page.mouse.move(5, 5);
        await workbench.screenshot(`${view}-${name}-${theme}`);
        found[`${view} of ${name}, ${theme}`] = await violations(
          explorer,
          '--vscode-editor-background',
          rules,
        );
      }
      found[`side panel with ${name}, ${theme}`] = await violations(
        sidePanel,
        '--vscode-sideBar-background',
        rules,
      );
    }
  }
  const none = Object.fromEntries(Object.keys(found).map(place => [place, []]));
  expect(found).toEqual(none);
});

/** The view as it is once its answers have come and are painted. */
async function show(explorer: Frame, view: string) {
  await explorer.locator(`[data-tab="${view}"]`).click();
  await expect.poll(() => explorer.locator('.waiting').count(), poll).toBe(0);
  await explorer.evaluate(
    () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}
