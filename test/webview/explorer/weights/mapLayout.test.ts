import { describe, expect, it } from 'vitest';
import {
  aligned,
  labelled,
  nearestPlace,
  placeForKey,
  places,
} from '../../../../webview/explorer/weights/mapLayout';

const before = Float32Array.of(0, 3, 2, -1, -2, -2);
const expectClose = (actual: Float32Array, expected: Float32Array) => {
  for (const [i, value] of expected.entries()) expect(actual[i]).toBeCloseTo(value, 5);
};

describe('a map after the one before', () => {
  it('is mirrored back along its axes', () => {
    expectClose(
      aligned(
        before.map((value, i) => (i % 2 ? value : -value)),
        before,
        false,
      ),
      before,
    );
    expectClose(aligned(before, null, false), before);
  });

  it.each([
    ['turned', (x: number, y: number) => [-y, x]],
    ['mirrored and turned', (x: number, y: number) => [y, x]],
  ])('that is %s and moved is put back where axes mean nothing', (_, move) => {
    const moved = Float32Array.from(
      [0, 2, 4].flatMap(i => move(before[i]!, before[i + 1]!)).map((value, i) => value + (i % 2 ? 7 : -3)),
    );
    expectClose(aligned(moved, before, true), before);
  });

  it('with other rows is left as it is', () => {
    expect(aligned(before, Float32Array.of(1, 2), true)).toBe(before);
  });
});

describe('points on screen', () => {
  const room = { width: 200, height: 100, margin: 10 };

  it('have one scale for both axes, with y upwards', () => {
    expect(places(Float32Array.of(0, 0, 4, 2), room)).toEqual([
      { x: 20, y: 90 },
      { x: 180, y: 10 },
    ]);
  });

  it('that are all alike stand in the middle', () => {
    expect(places(Float32Array.of(5, 5, 5, 5), room)).toEqual([
      { x: 100, y: 50 },
      { x: 100, y: 50 },
    ]);
  });

  const all = [
    { x: 10, y: 10 },
    { x: 50, y: 14 },
    { x: 12, y: 60 },
  ];

  it('are pointed at from near', () => {
    expect(nearestPlace(all, { x: 13, y: 13 }, 10)).toBe(0);
    expect(nearestPlace(all, { x: 30, y: 40 }, 10)).toBeNull();
  });

  it('are walked over with arrow keys', () => {
    expect(placeForKey('ArrowRight', null, all)).toBe(0);
    expect(placeForKey('ArrowRight', 0, all)).toBe(1);
    expect(placeForKey('ArrowDown', 0, all)).toBe(2);
    expect(placeForKey('ArrowUp', 0, all)).toBe(0);
    expect(placeForKey('a', 0, all)).toBeNull();
  });

  it('have labels that do not cover one another', () => {
    const close = [
      { x: 40, y: 10 },
      { x: 44, y: 12 },
      { x: 12, y: 60 },
    ];
    const label = (order: number[], width = 200, maxLabels = 10) =>
      labelled(close, order, () => 20, { width, maxLabels }).map(({ i, side }) => `${i} ${side}`);
    expect(label([0, 1, 2])).toEqual(['0 right', '2 right']);
    expect(label([1, 0, 2])).toEqual(['1 right', '2 right']);
    expect(label([0, 1, 2], 200, 1)).toEqual(['0 right']);
    // No room to the right, and for the last one on neither side.
    expect(label([0, 2], 66)).toEqual(['0 left', '2 right']);
    expect(label([2], 30)).toEqual([]);
  });
});
