// The example that the tests train, and where its results are shown.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { expect } from 'vitest';
import { poll, type Workbench } from './workbench';

export const file = 'digits/digits.model.yaml';
export const dataFile = 'digits/digits.csv';

export async function train(workbench: Workbench, epochs: number) {
  workbench.edit(file, text => text.replace(/epochs: *\d+/, `epochs: ${epochs}`));
  await workbench.openFile(file);
  await workbench.runCommand('Descent: Train Model');
}

/** Trains to the end, so that the best epoch and its worst samples are settled. */
export async function trainToTheEnd(workbench: Workbench, epochs = 5) {
  await train(workbench, epochs);
  const explorer = await showExplorer(workbench);
  await explorer
    .getByText(/^finished/)
    .first()
    .waitFor();
  return explorer;
}

/** Any example, as its configuration says; whatever view of it is shown. */
export async function trainExample(workbench: Workbench, name: string): Promise<Frame> {
  await workbench.openFile(`${name}/${name}.model.yaml`);
  await workbench.runCommand('Descent: Train Model');
  const explorer = await workbench.webview(`main[data-view="explorer"] .head:has-text("${name}.model.yaml")`);
  await explorer.locator('.progress', { hasText: 'finished' }).waitFor();
  return explorer;
}

export async function showSidePanel(workbench: Workbench) {
  await workbench.runCommand('Descent: Focus on Learning Curves View');
  return workbench.webview('main[data-view="learningCurves"] [data-testid="run-line"]');
}

export const showExplorer = (workbench: Workbench) =>
  workbench.webview('main[data-view="explorer"] [data-chart="loss"]');

/** That a chart or a picture has more than one colour. */
export async function expectDrawn(view: Awaited<ReturnType<typeof showExplorer>>, selector: string) {
  const canvas = view.locator(`${selector} canvas`).first();
  const nColours = () =>
    canvas.evaluate((element: HTMLCanvasElement) => {
      const { data } = element.getContext('2d')!.getImageData(0, 0, element.width, element.height);
      return new Set(new Uint32Array(data.buffer)).size;
    });
  await expect.poll(nColours, { ...poll, message: `colours in ${selector}` }).toBeGreaterThan(1);
}

/**
 * @param button that asks for the file, by its name
 * @returns the file as it lies beside the configuration, where the dialog proposes it
 */
export async function saved(workbench: Workbench, explorer: Frame, button: string, file: string) {
  await explorer.getByRole('button', { name: button, exact: true }).click();
  const proposed = workbench.page.locator('.quick-input-widget input.input');
  await proposed.waitFor();
  await expect.poll(() => proposed.inputValue(), poll).toContain(path.basename(file));
  await workbench.page.keyboard.press('Enter');
  await expect.poll(() => existsSync(path.join(workbench.folder, file)), poll).toBe(true);
  return workbench.read(file);
}
