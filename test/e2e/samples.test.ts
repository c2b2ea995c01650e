import { expect } from 'vitest';
import { dataFile, trainToTheEnd } from './digits';
import { poll, test, textOf } from './workbench';

const samples = 'main[data-view="explorer"] [data-sample]';
const changed = 'The data have changed since this run.';

test('a label is changed in its source file, and changed back', async ({ workbench }) => {
  const explorer = await trainToTheEnd(workbench);
  const showsSamples = await explorer.locator(samples).first().isVisible();
  if (!showsSamples) await explorer.locator('[data-tab="samples"]').click();
  const sample = explorer.locator(samples).first();
  await sample.waitFor();
  const before = workbench.read(dataFile);
  const line = Number((await textOf(sample.locator('[data-open-row]'))).match(/\d+/)?.[0]);
  const label = (await textOf(sample)).match(/true\s+(\d)/)?.[1];
  const other = label === '3' ? '5' : '3';
  await sample.getByText('Change label…').click();
  const picker = workbench.page.locator('.quick-input-widget');
  await picker.locator('.monaco-list-row', { hasText: other }).first().click();

  await explorer.getByText(changed).waitFor();
  const lines = before.split('\n');
  expect(lines[line - 1]!.endsWith(`,${label}`)).toBe(true);
  lines[line - 1] = lines[line - 1]!.replace(/\d$/, other);
  await expect.poll(() => workbench.read(dataFile), poll).toBe(lines.join('\n'));

  // An edit like any other, in an editor that has the focus, with the cell selected.
  const position = workbench.page.locator('.statusbar-item', { hasText: `Ln ${line}, ` });
  await position.getByText('1 selected').waitFor();
  await workbench.page.keyboard.press('Control+z');
  await workbench.page.keyboard.press('Control+s');
  await expect.poll(() => workbench.read(dataFile), poll).toBe(before);
  await explorer.getByText(changed).waitFor({ state: 'detached' });
});

test('the list is filtered, led through by keyboard, and opened as a table', async ({ workbench }) => {
  const explorer = await trainToTheEnd(workbench);
  const showsSamples = await explorer.locator(samples).first().isVisible();
  if (!showsSamples) await explorer.locator('[data-tab="samples"]').click();
  await explorer.locator(samples).first().waitFor();
  await explorer.getByLabel('True class').selectOption('8');
  const words = async () => (await explorer.locator(samples).allInnerTexts()).join('\n');
  await expect.poll(words, poll).not.toMatch(/true\s+[^8\s]/);
  await explorer.getByRole('button', { name: 'true 8' }).click();
  await expect.poll(words, poll).toMatch(/true\s+[^8\s]/);

  await explorer.locator(samples).first().focus();
  await workbench.page.keyboard.press('ArrowRight');
  const second = explorer.locator(samples).nth(1);
  await expect.poll(() => second.getAttribute('aria-current'), poll).toBe('true');
  await workbench.page.keyboard.press('Enter');
  await workbench.page.locator('.tab.active', { hasText: 'digits.csv' }).waitFor();

  await explorer.getByText('Open as table').click();
  const table = workbench.page.locator('.tab.active', { hasText: 'row,line,true class' });
  await table.waitFor();
});
