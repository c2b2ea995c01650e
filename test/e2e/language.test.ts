import { expect } from 'vitest';
import { file } from './digits';
import { test } from './workbench';

// A language pack would come from a gallery; the page is told what one would tell it.
test('where the editor speaks German, so do commands, lenses, trees and views', async ({ workbench }) => {
  const { page } = workbench;
  await page.addInitScript(() => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: 'de' }));
  await workbench.reload();
  workbench.edit(file, text => text.replace(/epochs: *\d+/, 'epochs: 5'));
  await workbench.openFile(file);
  await page.locator('.codelens-decoration', { hasText: 'Schritt für Schritt' }).waitFor();
  await workbench.runCommand('Descent: Modell trainieren');
  const explorer = await workbench.webview('main[data-view="explorer"] [data-chart="loss"]');
  await explorer.locator('.progress', { hasText: 'beendet' }).waitFor();
  expect(await explorer.locator('html').getAttribute('lang')).toBe('de');
  await page.locator('.pane-header', { hasText: 'Läufe' }).waitFor();
  // The steps are described by the trainer and translated in the view.
  await explorer.locator('[data-tab="backprop"]').click();
  await explorer.getByRole('heading', { name: '1. Eingabe vorwärts' }).waitFor();
});
