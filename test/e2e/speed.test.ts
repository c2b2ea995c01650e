// How long an update of the curves takes in the real webview. It prints what it measures and judges no time: what it
// holds is that the curves are whole and that no more is drawn than can be seen.
import type { Frame } from 'playwright-core';
import { expect } from 'vitest';
import type { RunSummary } from '../../src/protocol';
import { showExplorer, trainToTheEnd } from './digits';
import { poll, test, textOf, type Workbench } from './workbench';

const nUpdates = 60;

interface Measured {
  /** Milliseconds of script an update: the message, the page and both charts. */
  readonly script: readonly number[];
  /** The same, and the pixels. */
  readonly drawn: readonly number[];
  /** Corners of lines that one update draws. */
  readonly nCorners: number;
  readonly width: number;
}

test('4 curves of 100,000 epochs stay fluid', async ({ workbench }) => {
  const frame = await explorer(workbench);
  const start = await hydrate(frame, { nEpochs: 100_000, nOthers: 0 });
  const measured = await update(frame, [run(0)], 100_000);
  report('4 curves × 100 000 points', measured, `hydrated in ${start.toFixed(0)} ms`);

  const epoch = frame.locator('[data-chart="loss"] .legend .muted');
  expect(await textOf(epoch)).toBe(`epoch ${inThousands(100_000 + nUpdates)}`);
  // Two curves a chart, four points a column; a gap or two, and the axes.
  expect(measured.nCorners).toBeGreaterThan(measured.width);
  expect(measured.nCorners).toBeLessThan(2 * (2 * 4 * measured.width + 1000));
  // Each single epoch is still there.
  await frame.locator('[data-chart="loss"] canvas.front').focus();
  await workbench.page.keyboard.press('End');
  await workbench.page.keyboard.press('ArrowLeft');
  await expect.poll(() => textOf(epoch), poll).toBe(`epoch ${inThousands(100_000 + nUpdates - 1)}`);
});

test('100 runs of 1,000 epochs stay fluid over each other', async ({ workbench }) => {
  const frame = await explorer(workbench);
  await hydrate(frame, { nEpochs: 1000, nOthers: 100 });
  await frame.locator('.compare summary').click();
  await frame.getByRole('button', { name: 'All', exact: true }).click();
  const start = await hydrate(frame, { nEpochs: 1000, nOthers: 100 });
  const runs = frame.locator('[data-chart="loss"] .legend-compared li');
  await expect.poll(() => runs.count(), poll).toBe(100);

  report(
    '100 runs × 1 000 epochs, the shown one grows',
    await update(frame, [run(0)], 1000),
    `hydrated in ${start.toFixed(0)} ms`,
  );
  const others = Array.from({ length: 100 }, (_, i) => run(i + 1));
  const all = await update(frame, [others[0]!], 1000);
  report('100 runs × 1 000 epochs, one behind it grows', all);
  expect(all.nCorners).toBeLessThan(2 * (102 * 4 * all.width + 2000));
  expect(await runs.count()).toBe(100);
});

async function explorer(workbench: Workbench): Promise<Frame> {
  await trainToTheEnd(workbench, 2);
  return showExplorer(workbench);
}

const inThousands = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ' ');

function run(number: number): RunSummary {
  return {
    ...{ id: `2026-${String(number).padStart(3, '0')}`, folder: `/speed/${number}`, name: `run ${number}` },
    ...{
      status: 'running',
      message: null,
      startedAt: '2026-01-01T00:00:00Z',
      lastStep: null,
      readOnly: false,
    },
    ...{ configurationFile: 'digits.model.yaml', configurationPath: '/speed/digits.model.yaml' },
    ...{ plannedEpochs: 200_000, stepsPerEpoch: 45, lastEpoch: 1000, elapsedMs: 1, task: 'classification' },
    ...{
      classNames: ['0', '1'],
      nTrain: 1437,
      nValidation: 360,
      nTest: 0,
      recordedEpochs: [],
      nParameters: 10,
      kernel: 'none',
      baseline: null,
    },
    ...{ best: null, adjustments: [], adjustable: {} },
  };
}

/** Hands the page the messages that the host would send; @returns how long their script takes */
function hydrate(frame: Frame, { nEpochs, nOthers }: { nEpochs: number; nOthers: number }): Promise<number> {
  const others = Array.from({ length: nOthers }, (_, i) => run(i + 1));
  return frame.evaluate(
    async ({ shown, others, nEpochs }) => {
      const epochsOf = (seed: number) =>
        Array.from({ length: nEpochs }, (_, i) => ({
          ...{ epoch: i + 1, step: (i + 1) * 45, learningRate: 0.1, elapsedMs: i },
          ...{
            loss: 2 / (1 + i / 50) + 0.05 * Math.sin(i * 1.7 + seed),
            accuracy: 0.9 + 0.05 * Math.sin(i * 2.3 + seed),
          },
          ...{
            valLoss: 2.2 / (1 + i / 50) + 0.05 * Math.sin(i * 1.3 + seed),
            valAccuracy: 0.85 + 0.05 * Math.sin(i + seed),
          },
        }));
      const view = {
        run: { ...shown, lastEpoch: nEpochs },
        epochs: epochsOf(0),
        steps: [],
        configuration: 'unchanged',
      };
      const compared = others.map(({ folder }, i) => ({ runFolder: folder, epochs: epochsOf(i + 1) }));
      const messages = [
        { type: 'hydrate', view, runs: [shown, ...others] },
        { type: 'compared', compared },
      ];
      const begin = performance.now();
      for (const data of messages) window.dispatchEvent(new MessageEvent('message', { data }));
      await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return performance.now() - begin;
    },
    { shown: run(0), others, nEpochs },
  );
}

/** One epoch after the other, each a message and a frame. */
function update(frame: Frame, runs: readonly RunSummary[], nEpochs: number): Promise<Measured> {
  return frame.evaluate(
    async ({ runs, nEpochs, nUpdates }) => {
      // Only what runs in answer to a message counts, not the waiting for the next frame.
      const nativeFrame = window.requestAnimationFrame;
      let spent = 0;
      window.requestAnimationFrame = callback =>
        nativeFrame(time => {
          const begin = performance.now();
          callback(time);
          spent += performance.now() - begin;
        });
      const nextFrame = () => new Promise(resolve => nativeFrame(resolve));
      const canvases = [...document.querySelectorAll<HTMLCanvasElement>('.plot canvas')];
      // Asking for a pixel waits until everything is painted.
      const flush = () => {
        for (const canvas of canvases) canvas.getContext('2d')!.getImageData(0, 0, 1, 1);
      };
      const epochOf = (epoch: number) => ({
        ...{ epoch, step: epoch * 45, learningRate: 0.1, elapsedMs: epoch },
        ...{ loss: 0.05 + 0.01 * Math.sin(epoch), accuracy: 0.9, valLoss: 0.06, valAccuracy: 0.85 },
      });
      const script: number[] = [];
      const drawn: number[] = [];
      const once = async (epoch: number) => {
        for (const run of runs) {
          const progress = {
            type: 'progress',
            run: { ...run, lastEpoch: epoch },
            epochs: [epochOf(epoch)],
            steps: [],
          };
          const event = new MessageEvent('message', { data: { type: 'append', progress } });
          const begin = performance.now();
          window.dispatchEvent(event);
          spent += performance.now() - begin;
        }
        // The page asked for its frame first, and effects come after it.
        await nextFrame();
        const begin = performance.now();
        flush();
        const painting = performance.now() - begin;
        await nextFrame();
        script.push(spent);
        drawn.push(spent + painting);
        spent = 0;
      };
      for (let i = 1; i < nUpdates; i++) await once(nEpochs + i);

      let nCorners = 0;
      for (const drawing of [CanvasRenderingContext2D.prototype, Path2D.prototype]) {
        const { lineTo } = drawing;
        drawing.lineTo = function (x, y) {
          nCorners++;
          lineTo.call(this, x, y);
        };
      }
      await once(nEpochs + nUpdates);
      window.requestAnimationFrame = nativeFrame;
      return { script, drawn, nCorners, width: canvases[0]!.clientWidth };
    },
    { runs, nEpochs, nUpdates },
  );
}

function report(what: string, { script, drawn, nCorners }: Measured, more = '') {
  const quantile = (values: readonly number[], q: number) =>
    [...values].sort((a, b) => a - b)[Math.floor(q * (values.length - 1))]!.toFixed(1);
  const words = (values: readonly number[]) =>
    `${quantile(values, 0.5)} ms (95 %: ${quantile(values, 0.95)} ms)`;
  console.log(
    [`${what}: script ${words(script)}`, `with pixels ${words(drawn)}`, `${nCorners} corners`, more]
      .filter(Boolean)
      .join(', '),
  );
}
