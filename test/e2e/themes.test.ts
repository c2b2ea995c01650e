import { cpSync } from 'node:fs';
import path from 'node:path';
import { file, showSidePanel, trainToTheEnd } from './digits';
import { test } from './workbench';

/** What the workbench's own element is called in each theme tells that it has changed. */
const themes = {
  light: { name: 'Default Light Modern', shown: '.monaco-workbench.vs' },
  dark: { name: 'Default Dark Modern', shown: '.monaco-workbench.vs-dark' },
  'high-contrast': { name: 'Default High Contrast', shown: '.monaco-workbench.hc-black' },
};
const out = path.join(import.meta.dirname, 'out');

// Pictures to look at; `DESCENT_SCREENSHOT=1` takes the dark one for the README.
test('everything can be seen in light, dark and high contrast', async ({ workbench }) => {
  const explorer = await trainToTheEnd(workbench, 30);
  await showSidePanel(workbench);
  await explorer.locator('[data-sample]').first().waitFor();
  for (const [label, { name, shown }] of Object.entries(themes)) {
    workbench.setTheme(name);
    await workbench.page.locator(shown).waitFor();
    await workbench.page.mouse.move(5, 5);
    await workbench.screenshot(`${label}-explorer`);
    await workbench.hover(file, 'learning_rate');
    await workbench.screenshot(`${label}-hover`);
  }
  if (process.env.DESCENT_SCREENSHOT) {
    cpSync(path.join(out, 'dark-explorer.png'), path.join(out, '../../../media/screenshot.png'));
  }
});
