import { describe, expect, it } from 'vitest';
import {
  histogramsOf,
  nBins,
  outline,
  peak,
  resampled,
  ridgeAt,
  ridgesOf,
  spacingOf,
  spread,
} from '../../../../webview/explorer/weights/ridges';
import { epoch } from '../../fixtures';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('histograms on a common axis', () => {
  it('keep their counts where their bins fit', () => {
    const counts = resampled({ min: -1, max: 1, counts: [2, 6] }, -1, 1);
    expect(counts).toEqual(Array.from({ length: nBins }, (_, i) => (i < 32 ? 2 : 6) / 32));
  });

  it('lose no value where they do not', () => {
    const counts = resampled({ min: -0.37, max: 0.91, counts: [5, 1, 9, 4, 3] }, -1, 1.3);
    expect(sum(counts)).toBeCloseTo(22, 9);
    const edge = (value: number) => ((value + 1) / 2.3) * nBins;
    expect(counts.slice(0, Math.floor(edge(-0.37))).every(count => count === 0)).toBe(true);
    expect(counts.slice(Math.ceil(edge(0.91))).every(count => count === 0)).toBe(true);
  });

  it('of values that are all alike are one bin', () => {
    expect(resampled({ min: 1, max: 1, counts: [7, 0] }, -1, 1)[nBins - 1]).toBe(7);
    const set = ridgesOf([{ epoch: 1, histogram: { min: 0, max: 0, counts: [4, 0] } }])!;
    expect([set.min, set.max, set.ridges[0]!.counts[nBins / 2]]).toEqual([-1, 1, 4]);
  });

  it('share the axis from the smallest value to the largest', () => {
    const set = ridgesOf([
      { epoch: 1, histogram: { min: -1, max: 0.5, counts: [1, 1] } },
      { epoch: 2, histogram: { min: -0.5, max: 2, counts: [1, 1] } },
    ])!;
    expect([set.min, set.max]).toEqual([-1, 2]);
    expect(set.ridges.map(({ counts }) => sum(counts))).toEqual([2, 2].map(n => expect.closeTo(n, 9)));
    expect(ridgesOf([])).toBeNull();
  });
});

it('the histograms of a layer are those of the epochs that have them', () => {
  const histogram = { min: 0, max: 1, counts: [1] };
  const statistics = { weightNorm: 1, gradientNorm: 1, updateRatio: 1, deadFraction: null };
  const epochs = [
    epoch(1, { layers: [{ ...statistics, weightHistogram: histogram }, statistics] }),
    epoch(2),
    epoch(3, { layers: [{ ...statistics, weightHistogram: null }, statistics] }),
  ];
  expect(histogramsOf(epochs, 2, 'weight')).toEqual([{ epoch: 1, histogram }]);
  expect(histogramsOf(epochs, 1, 'weight')).toEqual([]);
  expect(histogramsOf(epochs, 2, 'gradient')).toEqual([]);
  // A table of embeddings.
  expect(histogramsOf(epochs, 3, 'weight')).toEqual([]);
});

it('of many epochs some are shown, the first and the last among them', () => {
  const values = Array.from({ length: 1000 }, (_, i) => i);
  const some = spread(values, 40);
  expect([some.length, some[0], some.at(-1)]).toEqual([40, 0, 999]);
  expect(spread([1, 2], 40)).toEqual([1, 2]);
});

it('the highest bin is as high as all ridges may be', () => {
  const path = outline([0, 4, 2, ...new Array<number>(nBins - 3).fill(0)], 64);
  expect(path.startsWith(`M0 0L0.5 0.0L1.5 ${(-peak).toFixed(1)}L2.5 ${(-peak / 2).toFixed(1)}L`)).toBe(true);
  expect(path.endsWith('L64 0')).toBe(true);
});

it('a ridge is pointed at above its baseline', () => {
  const spacing = spacingOf(10);
  expect([ridgeAt(-5, 10), ridgeAt(peak, 10), ridgeAt(peak + 1, 10)]).toEqual([0, 0, 1]);
  expect(ridgeAt(peak + 9 * spacing + 30, 10)).toBe(9);
});
