import type { Frame } from 'playwright-core';
import { expect } from 'vitest';
import { dataFile, trainToTheEnd } from './digits';
import { poll, test, textOf } from './workbench';

const samples = 'main[data-view="explorer"] [data-sample]';

test('a cell of the confusion matrix leads to its samples, and each of them to its row', async ({
  workbench,
}) => {
  const explorer = await trainToTheEnd(workbench, 3);
  const { trueClass, predictedClass, count } = await chooseErrors(explorer);
  await expect
    .poll(() => textOf(explorer.locator('.chips')), poll)
    .toContain(`true ${trueClass} → predicted ${predictedClass}`);
  await expect.poll(() => explorer.locator(samples).count(), poll).toBe(count);
  expect(await textOf(explorer.locator('.samples-line'))).toContain(`${count} of ${count}`);
  for (const sample of await explorer.locator(samples).allInnerTexts())
    expect(sample.replaceAll(/\s+/g, ' ')).toContain(`true ${trueClass} predicted ${predictedClass}`);

  const link = explorer.locator(`${samples} [data-open-row]`).first();
  const line = Number(await link.getAttribute('data-open-row')) + 2;
  expect(await textOf(link)).toContain(`line ${line}`);
  await link.click();
  await workbench.page.locator('.tab.active', { hasText: 'digits.csv' }).waitFor();
  const text = workbench.read(dataFile).split('\n')[line - 1]!;
  const position = workbench.page.locator('.statusbar-item', { hasText: /Ln \d+/ });
  await expect.poll(() => textOf(position), poll).toMatch(`Ln ${line}, `);
  expect(await textOf(position)).toContain(`(${text.length} selected)`);
  expect(text.split(',').at(-1)).toBe(trueClass);
});

/** Clicks the first cell that stands for a mistake. */
async function chooseErrors(explorer: Frame) {
  await explorer.locator('[data-tab="confusion"]').click();
  const cells = explorer.locator('[data-cell]');
  await expect.poll(() => cells.count(), poll).toBe(100);
  for (const cell of await cells.all()) {
    const [trueClass, predictedClass] = (await cell.getAttribute('data-cell'))!.split('-');
    const count = Number(await cell.textContent());
    if (trueClass === predictedClass || count === 0) continue;
    await cell.click();
    return { trueClass, predictedClass, count };
  }
  throw new Error('This model makes no mistake.');
}

test('the time moves weights, confusion and worst samples together', async ({ workbench }) => {
  const explorer = await trainToTheEnd(workbench, 8);
  const { keyboard } = workbench.page;
  const epochs = explorer.getByLabel('Epoch', { exact: true }).and(explorer.locator('input'));
  const shownEpoch = async () => Number((await textOf(explorer.locator('.time-epoch'))).match(/\d+/)?.[0]);
  const best = await shownEpoch();
  const atBest = await look(explorer, best);

  await epochs.focus();
  await keyboard.press('Home');
  const atStart = await look(explorer, 0);
  await epochs.focus();
  await keyboard.press('ArrowRight');
  const afterOne = await look(explorer, 1);
  for (const part of ['weights', 'confusion', 'samples'] as const)
    expect(new Set([atBest[part], atStart[part], afterOne[part]]).size, part).toBe(3);
  await explorer.getByTestId('own-epoch').click();
  expect(await look(explorer, best)).toEqual(atBest);

  // Playing passes through what is recorded, and the view that is open follows.
  await explorer.locator('[data-tab="confusion"]').click();
  await epochs.focus();
  await keyboard.press('Home');
  await expect.poll(shownEpoch, poll).toBe(0);
  await explorer.getByTestId('play').click();
  const played = new Set<number>();
  const isOver = async () => {
    played.add(await shownEpoch());
    return (await explorer.getByTestId('play').getAttribute('title'))?.startsWith('Play');
  };
  await expect.poll(isOver, { ...poll, interval: 50 }).toBe(true);
  expect(played.size).toBeGreaterThan(2);
  await explorer.getByText(`after epoch ${await shownEpoch()}.`).waitFor();
});

/** What three views show once all of them have come to that epoch. */
async function look(explorer: Frame, epoch: number) {
  const tab = (name: string) => explorer.locator(`[data-tab="${name}"]`).click();
  await tab('weights');
  const layers = explorer.getByRole('table', { name: `Layers after epoch ${epoch}`, exact: true });
  await layers.waitFor();
  const weights = await textOf(layers.locator('tbody td:nth-of-type(3)'));
  await tab('confusion');
  await explorer.getByText(`samples after epoch ${epoch}.`).waitFor();
  const confusion = (await explorer.locator('[data-cell]').allInnerTexts()).join();
  await tab('samples');
  await explorer
    .locator('.samples-line [role="status"]', { hasText: new RegExp(`after epoch ${epoch}$`) })
    .waitFor();
  const worst = (await explorer.locator(samples).allInnerTexts()).slice(0, 5).join();
  return { weights, confusion, samples: worst };
}
