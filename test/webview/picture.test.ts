import { expect, test } from 'vitest';
import { frameOf } from '../../webview/charts/frame';
import { svgPicture } from '../../webview/charts/picture';
import { accuracy, loss } from '../../webview/charts/quantity';
import type { Theme } from '../../webview/theme';
import { epoch, run, view } from './fixtures';

const theme: Theme = {
  ...{ text: '#111', muted: '#777', grid: '#ddd', background: '#fff', error: '#c00' },
  ...{ train: '#005fb8', validation: '#bc4c00', fontFamily: '"Segoe UI", sans-serif' },
  weights: { negative: [0, 0, 255], zero: [255, 255, 255], positive: [255, 128, 0] },
} as Theme;
const settings = { isLogLoss: false, isLogEpochs: false, smoothing: 0 };
const shown = view({
  run: run({ status: 'finished', lastEpoch: 3, best: epoch(3) }),
  epochs: [1, 2, 3].map(n => epoch(n)),
});

function svg(quantities = [loss, accuracy]) {
  const frames = quantities.map(quantity =>
    frameOf({ view: shown, quantity, settings, compared: [], part: null, valuePart: null, theme }),
  );
  return svgPicture(frames, 'digits · run <7>', text => 5 * text.length);
}

test('a picture has the curves, the axes and what they mean, in words that no reader takes for markup', () => {
  const text = svg();
  for (const words of ['digits · run &lt;7&gt;', 'loss (nats)', 'validation', 'best 3', 'ln 10 = 2.303'])
    expect(text).toContain(`>${words}<`);
  expect(text).not.toMatch(/NaN|undefined|Infinity/);
  expect(text.match(/<svg|<\/svg>/g)).toHaveLength(2);
  expect(text.match(/<g /g)).toHaveLength(text.match(/<\/g>/g)!.length);
});

test('a curve goes through its points', () => {
  const path =
    svg([loss]).match(/<path d="([^"]*)" fill="none" stroke="#005fb8" stroke-width="1.5"/)?.[1] ?? '';
  const line = (path.match(/[\d.]+ [\d.]+/g) ?? [])
    .filter((point, i, all) => point !== all[i - 1])
    .map(point => point.split(' ').map(Number));
  expect(line).toHaveLength(3);
  // Of 3 epochs between 56 and 776 pixels, and of 0 … 2.5 between 266 and 8.
  for (const [i, [x, y]] of line.entries()) {
    expect(x).toBeCloseTo(56 + ((i + 1) / 3) * (788 - 12 - 56), 0);
    expect(y).toBeCloseTo(266 - (1 / (i + 1) / 2.5) * (266 - 8), 0);
  }
});

test('every clip is defined once, and used where it is defined', () => {
  const text = svg();
  const defined = [...text.matchAll(/<clipPath id="([^"]+)"/g)].map(match => match[1]);
  expect(new Set(defined).size).toBe(defined.length);
  for (const [, used] of text.matchAll(/url\(#([^)]+)\)/g)) expect(defined).toContain(used);
});
