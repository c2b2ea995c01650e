import type { Frame, Locator } from 'playwright-core';
import { expect } from 'vitest';
import { trainExample } from './digits';
import { poll, test, textOf, type Workbench } from './workbench';

/** The view Try it of an example that was trained to its end. */
async function tryExample(workbench: Workbench, name: string): Promise<Frame> {
  const explorer = await trainExample(workbench, name);
  await explorer.locator('[data-tab="try"]').click();
  return explorer;
}

const probability = async (row: Locator) =>
  Number.parseFloat(await textOf(row.locator('[data-probability]')));

test('a sample is changed in one field, and its probabilities follow', async ({ workbench }) => {
  const explorer = await tryExample(workbench, 'iris');
  await explorer.locator('[data-try="next"]').click();
  await explorer.locator('[data-class]', { hasText: '✓' }).waitFor();
  const likeliest = explorer.locator('[data-class].strong');
  const before = await textOf(likeliest.locator('th'));
  const field = explorer.locator('[data-field="petal_length"] input').first();
  const begun = Number(await field.inputValue());
  await field.fill(begun < 3.5 ? '6.5' : '1.2');
  const other = explorer.locator('[data-field="petal_width"] input').first();
  await other.fill(begun < 3.5 ? '2.4' : '0.2');
  await expect.poll(() => textOf(likeliest.locator('th')), poll).not.toBe(before);
  expect(await probability(likeliest)).toBeGreaterThan(50);
  expect(await explorer.locator('[data-near]').count()).toBe(3);

  await field.fill('1,5');
  await explorer.getByText('“1,5” is not a number').waitFor();
  await explorer.locator('[data-try="restore"]').click();
  await expect.poll(() => textOf(likeliest.locator('th')), poll).toBe(before);
  expect(await field.inputValue()).toBe(String(begun));
});

test('a digit is drawn by keyboard', async ({ workbench }) => {
  const explorer = await tryExample(workbench, 'digits');
  const { page } = workbench;
  const canvas = explorer.locator('[data-try="canvas"]');
  await canvas.focus();
  // From the first cell to the fifth of the first row, and down, two cells wide: a one.
  for (let move = 0; move < 5; move++) await page.keyboard.press('ArrowRight');
  for (let row = 0; row < 8; row++) {
    await page.keyboard.press(' ');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press(' ');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
  }
  await expect.poll(() => probability(explorer.locator('[data-class="1"]')), poll).toBeGreaterThan(50);
  await expect.poll(() => explorer.locator('[data-near="1"] canvas').count(), poll).toBe(3);
  const bright = await canvas.evaluate((element: HTMLCanvasElement) => {
    const { data } = element.getContext('2d')!.getImageData(0, 0, 8, 8);
    return data.filter((value, i) => i % 4 === 0 && value === 255).length;
  });
  expect(bright).toBe(16);
});

test('the head leads to the configuration, and compares it once it was changed', async ({ workbench }) => {
  const explorer = await tryExample(workbench, 'iris');
  await explorer.locator('[data-open-key]').click();
  const position = workbench.page.locator('.statusbar-item', { hasText: /Ln \d+/ });
  const lines = workbench.read('iris/iris.model.yaml').split('\n');
  const line = lines.findIndex(text => text.includes('learning_rate:')) + 1;
  await expect.poll(() => textOf(position), poll).toMatch(new RegExp(`Ln ${line}, .*selected`));

  await workbench.page.keyboard.type('0.3');
  await workbench.runCommand('File: Save');
  await explorer.locator('[data-command="compareConfiguration"]').click();
  await workbench.page.locator('.tab.active', { hasText: 'iris.model.yaml: run 1 ↔ now' }).waitFor();
});
