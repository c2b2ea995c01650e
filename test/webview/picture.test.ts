import { describe, expect, test } from 'vitest';
import { comparedCurve } from '../../webview/charts/curves';
import { type ChartSettings, frameOf } from '../../webview/charts/frame';
import { svgPicture } from '../../webview/charts/picture';
import { loss } from '../../webview/charts/quantity';
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
/** Letters are 5 pixels wide where nobody draws them. */
const svgOf = (...params: Parameters<typeof frame>) =>
  svgPicture([frame(...params)], 'a <b> & "c"', text => 5 * text.length);
const wordsOf = (...params: Parameters<typeof frame>) =>
  [...svgOf(...params).matchAll(/>([^<]+)<\/text>/g)].map(match => match[1]);

/** Of the picture's plot: 56 pixels from the left, 12 from the right, 8 from the top, 34 from the bottom of 788 × 300. */
const plotX = (share: number) => 56 + share * (788 - 12 - 56);
const plotY = (share: number) => 266 - share * (266 - 8);
/** Points of the lines in a colour. */
const linesOf = (svg: string, colour: string) =>
  [...svg.matchAll(/<path d="([^"]*)" fill="none" stroke="([^"]*)"/g)]
    .filter(match => match[2] === colour)
    .map(match => (match[1]!.match(/[\d.]+ [\d.]+/g) ?? []).filter((point, i, all) => point !== all[i - 1]));

describe('a chart', () => {
  test('writes its axes, its references and its best epoch', () => {
    expect(wordsOf()).toEqual(
      expect.arrayContaining(['epoch', 'loss (nats)', '0.5', '10', 'ln 10 = 2.303', '0.5 good', 'best 9']),
    );
  });

  test('draws the runs that are compared through their points, in their own way', () => {
    const other = run({ ...ended, id: 'b', lastEpoch: 3 });
    const its = [2.5, 1.25, 0].map((valLoss, i) => epoch(i + 1, { valLoss }));
    const style = { colour: '#009e73', dash: [6, 3] };
    const compared = [{ run: other, epochs: its, style, curve: comparedCurve(other, its, loss) }];
    const svg = svgOf(undefined, { compared });
    // The sample in the legend, then the curve.
    const points = linesOf(svg, '#009e73')
      .at(-1)!
      .map(point => point.split(' ').map(Number));
    expect(points).toHaveLength(3);
    for (const [i, [x, y]] of points.entries()) {
      expect(x).toBeCloseTo(plotX((i + 1) / 12), 0);
      expect(y).toBeCloseTo(plotY(1 - i / 2), 0);
    }
    expect(svg).toMatch(/stroke="#009e73" stroke-width="1.25"[^>]*stroke-dasharray="6[ ,]3"/);
  });

  test('draws a curve through its points', () => {
    const line = linesOf(svgOf(), theme.train).at(-1);
    expect(line).toHaveLength(12);
    for (const [i, point] of line!.entries()) {
      const [x, y] = point.split(' ').map(Number);
      expect(x).toBeCloseTo(plotX((i + 1) / 12), 1);
      expect(y).toBeCloseTo(plotY(1 / (i + 1) / 2.5), 0);
    }
  });

  test('marks the best epoch where it is', () => {
    const circle = svgOf().match(/<path d="M([\d.]+) ([\d.]+)A3.5 3.5[^"]*" fill="#ff8800"/)!;
    expect(Number(circle[1]) - 3.5).toBeCloseTo(plotX(9 / 12), 1);
    expect(Number(circle[2])).toBeCloseTo(plotY(0.274 / 2.5), 0);
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
    expect(svgOf(shown)).toMatch(/fill="#ff0000">[^<]*not finite/);
    expect(svgOf()).not.toContain('not finite');
  });

  test('keeps the curve light behind where it is smoothed', () => {
    const colours = (smoothing: number) => {
      const svg = svgOf(undefined, { settings: { ...settings, smoothing } });
      const used = [theme.train, theme.validation, 'rgba(0, 0, 255, 0.35)', 'rgba(255, 136, 0, 0.35)'];
      return used.filter(colour => linesOf(svg, colour).some(({ length }) => length === 12));
    };
    expect(colours(0)).toEqual([theme.train, theme.validation]);
    expect(colours(0.5)).toHaveLength(4);
  });

  test('writes a change beside its line where there is room', () => {
    const change = (step: number) => ({ step, key: 'learning_rate', from: 0.1, to: 0.05 });
    const at = (...steps: number[]) =>
      wordsOf(view({ run: run({ ...ended, adjustments: steps.map(change) }), epochs }));
    expect(at(45)).toContain('learning_rate 0.1 → 0.05');
    expect(at(12 * 45)).not.toContain('learning_rate 0.1 → 0.05');
  });
});

test('the drawing is whole, and quotes what it is given', () => {
  const svg = svgOf();
  expect(svg).toMatch(/^<\?xml[^>]*\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="800"/);
  expect(svg).toContain('a &lt;b&gt; &amp; &quot;c&quot;');
  expect(svg).toContain('font-family="&quot;A &amp; B&quot;, sans-serif"');
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  // Every element that is opened is closed.
  const nClosed = svg.match(/<\/\w+>/g)!.length;
  expect(svg.match(/<\w+( [^>]*[^/])?>/g)).toHaveLength(nClosed);
});

test('every clip is defined once, and used where it is defined', () => {
  const svg = svgPicture([frame(), frame()], 'two charts', text => 5 * text.length);
  const defined = [...svg.matchAll(/<clipPath id="([^"]+)"/g)].map(match => match[1]);
  expect(defined.length).toBeGreaterThan(0);
  expect(new Set(defined).size).toBe(defined.length);
  for (const [, used] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(defined).toContain(used);
});
