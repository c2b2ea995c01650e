import { describe, expect, test } from 'vitest';
import type { LayerStatistics, LayerSummary } from '../../../../src/protocol';
import {
  healthColumns,
  histogramText,
  lookedAt,
  statisticsOf,
  updateOf,
  zeroPosition,
} from '../../../../webview/explorer/weights/layerHealth';
import { epoch } from '../../fixtures';

const layer: LayerStatistics = {
  ...{ weightNorm: 3.25, gradientNorm: 0.5, updateRatio: 0.00123, deadFraction: 0.125 },
  ...{ activationMean: -0.5, activationDeviation: 1.25, saturatedFraction: null },
};
const summary = (name: string, kind: 'table' | 'layer'): LayerSummary => ({
  ...{ name, kind, activation: 'relu' },
  ...{ nRows: 2, nColumns: 3, nParameters: 9, norm: 1 },
});
const textOf = (name: string, of: LayerStatistics) =>
  healthColumns()
    .find(column => column.name === name)!
    .text(of);

describe('the health of the layers', () => {
  test('is that of the epoch, or of the nearest one that was looked into', () => {
    const layers = [layer];
    const epochs = [epoch(1, { layers }), epoch(2), epoch(4, { layers }), epoch(5)];
    expect(lookedAt(epochs, 4)?.epoch).toBe(4);
    expect(lookedAt(epochs, 2)?.epoch).toBe(1);
    expect(lookedAt(epochs, 3)?.epoch).toBe(4);
    expect(lookedAt(epochs, 9)?.epoch).toBe(4);
    expect(lookedAt([epoch(1)], 1)).toBeNull();
  });

  test('is that of the last layers where embeddings come before them', () => {
    const [table, hidden, output] = [summary('city', 'table'), summary('a', 'layer'), summary('b', 'layer')];
    const other = { ...layer, gradientNorm: 9 };
    const metrics = epoch(1, { layers: [layer, other] });
    const all = [table, hidden, output];
    expect(all.map(each => statisticsOf(all, each, metrics))).toEqual([null, layer, other]);
    expect(all.map(each => statisticsOf(all, each, epoch(1)))).toEqual([null, null, null]);
    expect(statisticsOf(all, hidden, null)).toBeNull();
  });

  test('is told in figures', () => {
    expect(textOf('activations', layer)).toBe('−0.500 ± 1.250');
    expect(textOf('dead', layer)).toBe('12.5\u202f%');
    expect(textOf('saturated', layer)).toBe('—');
    expect(textOf('update (log10)', layer)).toBe('−2.9');
    expect(textOf('gradient norm', layer)).toBe('0.500');
  });

  test('of an old run has gaps', () => {
    const { weightNorm, gradientNorm, updateRatio, deadFraction } = layer;
    const old: LayerStatistics = { weightNorm, gradientNorm, updateRatio, deadFraction };
    expect(healthColumns().map(({ text }) => text(old))).toEqual(['0.500', '−2.9', '12.5\u202f%', '—', '—']);
  });

  test('knows how far a step should move the weights', () => {
    expect([1e-5, 1e-3, 0.1].map(ratio => updateOf(ratio)?.verdict)).toEqual(['low', 'usual', 'high']);
    expect([0, null, Number.NaN].map(updateOf)).toEqual([null, null, null]);
  });
});

describe('a histogram of weights', () => {
  const histogram = { min: -1, max: 3, counts: [1, 6, 8, 1] };

  test('is told in words', () => {
    // Of 16 weights, the 5th lies in the second bin and the 13th in the third.
    expect(histogramText(histogram)).toBe(
      '16 values from −1.00 to 3.00, the middle half between 0.00 and 2.00',
    );
  });

  test('knows where 0 is', () => {
    expect(zeroPosition(histogram)).toBe(0.25);
    expect(zeroPosition({ ...histogram, min: 0.5 })).toBeNull();
    expect(zeroPosition({ ...histogram, min: 0, max: 0 })).toBeNull();
  });

  test('of weights that are all alike is told as well', () => {
    expect(histogramText({ min: 0.5, max: 0.5, counts: [4, 0, 0, 0] })).toBe(
      '4 values from 0.500 to 0.500, the middle half between 0.500 and 0.500',
    );
  });
});
