import { describe, expect, test } from 'vitest';
import { type ChartSettings, frameOf } from '../../webview/charts/frame';
import { svgPicture } from '../../webview/charts/picture';
import { loss } from '../../webview/charts/quantity';
import { backScene, frontScene, scalesOf } from '../../webview/charts/scene';
import type { Shape } from '../../webview/charts/shapes';
import type { Theme } from '../../webview/theme';
import { epoch, run, view } from './fixtures';

const theme: Theme = {
  ...{
    text: '#111111',
    muted: '#666666',
    grid: '#dddddd',
    background: '#ffffff',
    fontFamily: '"A & B", sans-serif',
  },
  ...{ train: '#0000ff', validation: '#ff8800', error: '#ff0000' },
  weights: { negative: [0, 0, 255], zero: [255, 255, 255], positive: [255, 128, 0] },
};
const settings: ChartSettings = { isLogLoss: false, isLogEpochs: false, smoothing: 0 };
const box = { left: 0, top: 0, width: 400, height: 200 };
const ended = { status: 'finished', lastEpoch: 12 } as const;
const epochs = Array.from({ length: 12 }, (_, i) => epoch(i + 1));

function frame(
  shown = view({ run: run(ended), epochs }),
  changed: Partial<Parameters<typeof frameOf>[0]> = {},
) {
  return frameOf({
    view: shown,
    quantity: loss,
    compared: [],
    settings,
    part: null,
    valuePart: null,
    theme,
    ...changed,
  });
}
const shapesOf = (...params: Parameters<typeof frame>): Shape[] =>
  [...backScene(frame(...params), box), ...frontScene(frame(...params), box)].flatMap(({ shapes }) => shapes);
const wordsOf = (...params: Parameters<typeof frame>) =>
  shapesOf(...params).flatMap(shape => (shape.kind === 'text' ? [shape.text] : []));

describe('a chart', () => {
  test('writes its axes, its references and its best epoch', () => {
    expect(wordsOf()).toEqual(
      expect.arrayContaining(['epoch', 'loss (nats)', '0.5', '10', 'ln 10 = 2.303', '0.5 good', 'best 9']),
    );
  });

  test('marks the best epoch where it is', () => {
    const { x, y } = scalesOf(frame(), box);
    expect(shapesOf()).toContainEqual(
      expect.objectContaining({
        kind: 'dot',
        x: expect.closeTo(x.start + ((x.end - x.start) * 9) / 12),
        y: expect.closeTo(y.start + ((y.end - y.start) * 0.274) / 2.5),
      }),
    );
  });

  test('marks neither reference nor best epoch outside of the part that is seen', () => {
    const words = wordsOf(undefined, { part: { min: 1, max: 3 } });
    expect(words).not.toContain('best 9');
    expect(words).not.toContain('ln 10 = 2.303');
  });

  test('marks where a run diverged, in the colour of errors', () => {
    const shown = view({
      run: run({ ...ended, status: 'diverged' }),
      epochs: [epoch(1), epoch(2, { loss: null })],
    });
    expect(shapesOf(shown)).toContainEqual(
      expect.objectContaining({ text: 'not finite', colour: theme.error }),
    );
    expect(wordsOf()).not.toContain('not finite');
  });

  test('keeps the curve light behind where it is smoothed', () => {
    const colours = (smoothing: number) =>
      shapesOf(undefined, { settings: { ...settings, smoothing } }).flatMap(shape =>
        shape.kind === 'line' && shape.points.length === 24 ? [shape.colour] : [],
      );
    expect(colours(0)).toEqual([theme.train, theme.validation]);
    expect(colours(0.5)).toEqual([
      'rgba(0, 0, 255, 0.35)',
      'rgba(255, 136, 0, 0.35)',
      theme.train,
      theme.validation,
    ]);
  });

  test('writes a change beside its line where there is room', () => {
    const change = (step: number) => ({ step, key: 'learning_rate', from: 0.1, to: 0.05 });
    const at = (...steps: number[]) =>
      wordsOf(view({ run: run({ ...ended, adjustments: steps.map(change) }), epochs }));
    expect(at(45)).toContain('learning_rate 0.1 → 0.05');
    expect(at(12 * 45)).not.toContain('learning_rate 0.1 → 0.05');
  });
});

test('the drawing is whole and quotes what it is given', () => {
  const svg = svgPicture([frame()], 'a <b> & "c"');
  expect(svg).toMatch(/^<\?xml[^>]*\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="800"/);
  expect(svg).toContain('a &lt;b&gt; &amp; &quot;c&quot;');
  expect(svg).toContain('font-family="&quot;A &amp; B&quot;, sans-serif"');
  expect(svg).not.toContain('NaN');
  // Every element that is opened is closed.
  const nClosed = svg.match(/<\/\w+>/g)!.length;
  expect(svg.match(/<\w+( [^>]*[^/])?>/g)).toHaveLength(nClosed);
  const curve = /<path d="(M[^"]*)" fill="none" stroke="#0000ff" stroke-width="1.5"\/>/.exec(svg)?.[1];
  expect(curve?.match(/[ML]/g)).toHaveLength(12);
});
