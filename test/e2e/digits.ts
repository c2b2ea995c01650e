// The example that the tests train, and where its results are shown.
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
