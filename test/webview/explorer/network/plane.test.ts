import { describe, expect, it } from 'vitest';
import type { Boundary, PartPoints } from '../../../../src/protocol';
import {
  cellOf,
  classShares,
  countWrong,
  fromPixels,
  pointAt,
  positionForKey,
  rangeOfPoints,
  toPixels,
} from '../../../../webview/explorer/network/plane';

const axes = [
  { name: 'x', min: -1, max: 3 },
  { name: 'y', min: 10, max: 20 },
];
const frame = { left: 50, top: 4, width: 200, height: 100 };
const boundary: Boundary = {
  ...{ epoch: 1, axes, columns: 4, rows: 5, unitSize: 0, units: null },
  outputs: { kind: 'value', name: 'z', values: new Float32Array(20) },
};

const part = (coordinates: number[][], actual: number[], predicted: number[]): PartPoints => ({
  ...{ split: 'train', nSamples: actual.length, lines: null },
  indices: Uint32Array.from(actual.keys()),
  coordinates: coordinates.map(values => Float32Array.from(values)),
  actual: Float32Array.from(actual),
  predicted: Float32Array.from(predicted),
});

describe('places', () => {
  it('go to pixels and back; y grows upwards', () => {
    expect(toPixels({ x: -1, y: 20 }, axes, frame)).toEqual({ x: 50, y: 4 });
    expect(toPixels({ x: 3, y: 10 }, axes, frame)).toEqual({ x: 250, y: 104 });
    expect(fromPixels({ x: 150, y: 54 }, axes, frame)).toEqual({ x: 1, y: 15 });
  });

  it('outside of the picture are none', () => {
    expect(fromPixels({ x: 49, y: 54 }, axes, frame)).toBeNull();
    expect(fromPixels({ x: 150, y: 105 }, axes, frame)).toBeNull();
  });

  it.each([
    [{ x: -1, y: 20 }, 0],
    [{ x: 3, y: 20 }, 3],
    [{ x: -0.5, y: 17.9 }, 4],
    [{ x: 3, y: 10 }, 19],
  ])('%j lies in cell %i of the grid', (at, cell) => {
    expect(cellOf(at, boundary)).toBe(cell);
  });

  it('of one feature lie in the first row', () => {
    expect(cellOf({ x: 0.1, y: Number.NaN }, { ...boundary, axes: axes.slice(0, 1) })).toBe(1);
  });

  it('are moved by arrow keys, up to the edge', () => {
    expect(positionForKey('ArrowRight', null, axes)).toEqual({ x: 1, y: 15 });
    expect(positionForKey('ArrowUp', { x: 1, y: 15 }, axes)).toEqual({ x: 1, y: 15.2 });
    expect(positionForKey('ArrowLeft', { x: -1, y: 15 }, axes)).toEqual({ x: -1, y: 15 });
    expect(positionForKey('a', { x: 1, y: 15 }, axes)).toBeNull();
  });
});

describe('points', () => {
  const points = {
    epoch: 1,
    parts: [
      part(
        [
          [0, 1, 1],
          [12, 15, 15.2],
        ],
        [0, 1, 1],
        [0, 0, 1],
      ),
    ],
  };

  it('are found by the nearest within reach', () => {
    const at = toPixels({ x: 1, y: 15.2 }, axes, frame);
    expect(pointAt(points, at, axes, frame, 8)?.i).toBe(2);
    expect(pointAt(points, { x: at.x, y: at.y + 2 }, axes, frame, 8)?.i).toBe(1);
    expect(pointAt(points, { x: at.x + 20, y: at.y }, axes, frame, 8)).toBeNull();
  });

  it('are counted where they are predicted wrongly', () => {
    expect(countWrong(points.parts[0]!)).toBe(1);
  });

  it('span a range, which is never empty', () => {
    const values = part([[], []], [3, -2, 7], [0, 0, 0]);
    expect(rangeOfPoints({ epoch: 1, parts: [values] })).toEqual({ min: -2, max: 7 });
    expect(rangeOfPoints(null)).toEqual({ min: 0, max: 1 });
  });
});

it('classes have shares of the picture, also those that have none', () => {
  expect(classShares(Uint16Array.of(0, 2, 2, 2), 3)).toEqual([0.25, 0, 0.75]);
});
