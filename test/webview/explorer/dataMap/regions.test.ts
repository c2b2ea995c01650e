import { describe, expect, it } from 'vitest';
import type { DataMap, Predictions } from '../../../../src/protocol';
import { inRegion, rectangleText, regionOf } from '../../../../webview/explorer/dataMap/regions';
import { pointText } from '../../../../webview/explorer/dataMap/words';

/** Easy, ambiguous, hard, and one that no epoch has a number for. */
const map: DataMap = {
  ...{ nEpochs: 5, lastEpoch: 5, nSamples: 8 },
  indices: Uint32Array.of(0, 2, 4, 6),
  confidence: Float32Array.of(0.95, 0.5, 0.05, Number.NaN),
  variability: Float32Array.of(0.05, 0.4, 0.1, Number.NaN),
};

describe('regions', () => {
  it('part the map between them', () => {
    expect([regionOf(0.5, 0.19), regionOf(0.49, 0.19), regionOf(0.9, 0.2)]).toEqual([
      'easy',
      'hard',
      'ambiguous',
    ]);
    expect((['easy', 'ambiguous', 'hard'] as const).map(region => inRegion(map, region))).toEqual([
      [0],
      [1],
      [2],
    ]);
  });

  it('leave out what is not known', () => {
    expect(regionOf(Number.NaN, Number.NaN)).toBeNull();
  });
});

describe('a rectangle', () => {
  it('is said in numbers', () => {
    expect(rectangleText({ x: [0.1, 0.3], y: [1 / 3, 1] })).toBe('variability 0.1–0.3, confidence 0.333–1');
  });
});

describe('a point', () => {
  it('is said with its place in the data, which is that of the sample and not of the point', () => {
    const ofEight = (value: (i: number) => number) => Int32Array.from({ length: 8 }, (_, i) => value(i));
    const outcome = {
      kind: 'class',
      trueClass: ofEight(() => 0),
      predictedClass: ofEight(i => Number(i === 2)),
    };
    const predictions = { rows: ofEight(i => 10 * i), lines: ofEight(i => 10 * i + 2), outcome };
    const text = pointText(map, 1, predictions as unknown as Predictions, ['ant', 'bee']);
    expect(text).toBe('line 22 · true ant, predicted bee · confidence 0.500, variability 0.400');
    const unread = { ...predictions, lines: null } as unknown as Predictions;
    expect(pointText(map, 1, unread, ['ant', 'bee'])).toMatch(/^sample 20 · /);
    expect(pointText(map, 0, null, [])).toBe('confidence 0.950, variability 0.050');
  });
});
