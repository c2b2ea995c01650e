import { expect } from 'vitest';
import { saved, showExplorer, trainToTheEnd } from './digits';
import { poll, test, textOf } from './workbench';

const file = 'digits/digits - run 2 curves';
const lossChart = '[data-chart="loss"]';

test('runs are compared, also after a reload, zoomed into and exported', async ({ workbench }) => {
  await trainToTheEnd(workbench, 4);
  await trainToTheEnd(workbench, 6);
  let explorer = await showExplorer(workbench);
  await expect.poll(() => textOf(explorer.locator('.head')), poll).toContain('best epoch 6 of 6');

  await explorer.locator('.compare summary').click();
  await explorer.locator('.compare-runs label').click();
  const compared = () => textOf(explorer.locator(`${lossChart} .legend-compared`));
  await expect.poll(compared, poll).toMatch(/^run 1 0\.\d+$/);
  // As a person does it: what the views keep is written down first.
  const loaded = workbench.page.waitForEvent('load');
  await workbench.runCommand('Developer: Reload Window');
  await loaded;
  explorer = await showExplorer(workbench);
  await expect.poll(compared, poll).toMatch(/^run 1 0\.\d+$/);

  // Into the first half of the epochs, and out again by a key.
  const plot = explorer.locator(`${lossChart} canvas.front`);
  const { x, y, width } = (await plot.boundingBox())!;
  const { mouse, keyboard } = workbench.page;
  await mouse.move(x + 60, y + 50);
  await mouse.down();
  await mouse.move(x + width / 2, y + 52, { steps: 3 });
  await mouse.up();
  const reset = explorer.getByRole('button', { name: 'Reset zoom' });
  await expect.poll(() => reset.isEnabled(), poll).toBe(true);
  await plot.focus();
  await keyboard.press('0');
  await expect.poll(() => reset.isEnabled(), poll).toBe(false);

  const drawing = await saved(workbench, explorer, 'SVG', `${file}.svg`);
  expect(drawing).toMatch(/^<\?xml .*<svg .*<\/svg>\s*$/s);
  for (const words of ['ln 10 = 2.303', 'run 1', 'best 6']) expect(drawing).toContain(`>${words}<`);
  const table = (await saved(workbench, explorer, 'CSV', `${file}.csv`)).trim().split('\n');
  expect(table.map(row => row.split(',').slice(0, 2).join(' '))).toEqual([
    'run epoch',
    ...[1, 2, 3, 4, 5, 6].map(epoch => `run 2 ${epoch}`),
    ...[1, 2, 3, 4].map(epoch => `run 1 ${epoch}`),
  ]);
  expect((await saved(workbench, explorer, 'PNG', `${file}.png`)).slice(1, 4)).toBe('PNG');
});
