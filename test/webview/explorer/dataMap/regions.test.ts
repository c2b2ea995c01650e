import { describe, expect, it } from 'vitest';
import type { DataMap, Predictions } from '../../../../src/protocol';
import { nearest, placesOf } from '../../../../webview/explorer/dataMap/paint';
import {
  inRectangle,
  inRegion,
  rectangleForKey,
  rectangleText,
  regionOf,
} from '../../../../webview/explorer/dataMap/regions';
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
  it('holds the points between its edges', () => {
    expect(inRectangle(map, { x: [0, 0.2], y: [0, 1] })).toEqual([0, 2]);
    expect(inRectangle(map, { x: [0.3, 0.5], y: [0.5, 0.6] })).toEqual([1]);
  });

  it('is said in numbers', () => {
    expect(rectangleText({ x: [0.1, 0.3], y: [1 / 3, 1] })).toBe('variability 0.1–0.3, confidence 0.333–1');
  });

  it('is moved and resized by the arrows, and stays in the map', () => {
    const first = rectangleForKey('ArrowUp', false, null)!;
    expect(first).toEqual({ x: [0, 0.1], y: [0, 0.2] });
    expect(rectangleForKey('ArrowUp', false, first)).toEqual({ x: [0, 0.1], y: [0.05, 0.25] });
    expect(rectangleForKey('ArrowLeft', false, first)).toEqual(first);
    expect(rectangleForKey('ArrowRight', true, first)).toEqual({ x: [0, 0.125], y: [0, 0.2] });
    expect(rectangleForKey('ArrowRight', false, { x: [0.4, 0.5], y: [0, 1] })!.x).toEqual([0.4, 0.5]);
    expect(rectangleForKey('ArrowLeft', true, { x: [0.1, 0.125], y: [0, 1] })!.x).toEqual([0.1, 0.125]);
    expect(rectangleForKey('a', false, first)).toBeNull();
  });
});

describe('a point', () => {
  const places = placesOf(map, 500, 200);

  it('lies where its numbers say', () => {
    expect([...places.x.slice(0, 2)].map(Math.round)).toEqual([50, 400]);
    expect([...places.y.slice(0, 2)].map(Math.round)).toEqual([10, 100]);
  });

  it('is found near the pointer', () => {
    expect([nearest(places, 52, 14), nearest(places, 401, 100), nearest(places, 200, 100)]).toEqual([
      0,
      1,
      null,
    ]);
  });

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
