// A run that goes on and on, and whoever looks at it goes away for a while.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Frame } from 'playwright-core';
import { expect } from 'vitest';
import { saved, showExplorer, train } from './digits';
import { poll, test, textOf, type Workbench } from './workbench';

const runs = 'digits/.descent/runs';
const hiddenMs = 10_000;

test('a reload of the window in mid-training loses no point', async ({ workbench }) => {
  await train(workbench, 1_000_000);
  await showExplorer(workbench);
  await expect.poll(() => record(workbench).lastEpoch, poll).toBeGreaterThan(10);
  const before = record(workbench);
  await workbench.reload();

  const explorer = await showExplorer(workbench);
  await expect.poll(() => record(workbench).lastEpoch, poll).toBeGreaterThan(before.lastEpoch);
  // It goes on by itself, in the process of the new window.
  expect(record(workbench).process.id).not.toBe(before.process.id);
  await expectWhole(workbench, explorer);
});

test('a panel that is hidden while it trains loses no point', async ({ workbench }) => {
  await train(workbench, 1_000_000);
  const explorer = await showExplorer(workbench);
  await expect.poll(() => record(workbench).lastEpoch, poll).toBeGreaterThan(0);
  // Another editor comes before it, in its own group.
  const tab = workbench.page.locator('.tab', { hasText: 'Model Explorer' });
  await tab.click();
  await workbench.runCommand('File: New Untitled Text File');
  await expect.poll(() => explorer.isDetached(), poll).toBe(true);
  const before = record(workbench);
  const begin = performance.now();
  await sleep(hiddenMs);
  const shown = await explorerFrames(workbench);
  // Hidden it costs nothing: there is no page that could be told anything.
  expect(shown).toBe(0);
  await expect.poll(() => record(workbench).lastEpoch, poll).toBeGreaterThan(before.lastEpoch);
  expect(record(workbench).elapsedMs - before.elapsedMs).toBeGreaterThan((performance.now() - begin) / 2);

  await tab.click();
  await expectWhole(workbench, await showExplorer(workbench));
});

async function explorerFrames({ page }: Workbench) {
  const counts = page.frames().map(frame =>
    frame
      .locator('main[data-view="explorer"]')
      .count()
      .catch(() => 0),
  );
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

/** From the first epoch to the last, the file and the curve have each of them once. */
async function expectWhole(workbench: Workbench, explorer: Frame) {
  await workbench.runCommand('Descent: Stop Training');
  await expect.poll(() => record(workbench).status, poll).toBe('stopped');
  await expect.poll(() => textOf(explorer.locator('.progress')), poll).toMatch(/^stopped/);
  const { lastEpoch } = record(workbench);
  const all = Array.from({ length: lastEpoch }, (_, i) => i + 1);
  expect(recordedEpochs(workbench)).toEqual(all);
  const [, ...rows] = (await saved(workbench, explorer, 'CSV', 'digits/digits - run 1 curves.csv'))
    .trim()
    .split('\n');
  expect(rows.map(row => Number(row.split(',')[1]))).toEqual(all);
}

function runFile(workbench: Workbench, name: string): string {
  const [id] = readdirSync(path.join(workbench.folder, runs));
  return workbench.read(path.join(runs, id!, name));
}

const record = (workbench: Workbench) => JSON.parse(runFile(workbench, 'run.json'));

const recordedEpochs = (workbench: Workbench): number[] =>
  runFile(workbench, 'metrics.jsonl')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line).epoch)
    .filter(epoch => epoch !== undefined);
