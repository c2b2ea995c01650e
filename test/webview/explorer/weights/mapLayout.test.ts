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
    const label = (order: number[], { nMeant = 3, width = 200, maxLabels = 10 } = {}) =>
      labelled(close, order, { widthOf: () => 20, width, maxLabels, nMeant }).map(
        ({ i, side }) => `${i} ${side}`,
      );
    expect(label([1, 0, 2])).toEqual(['1 right', '0 left', '2 right']);
    expect(label([0, 1, 2], { maxLabels: 1 })).toEqual(['0 right']);
    // The point of another stands to the right of the first, or to the left of the second.
    expect(label([0], { nMeant: 0 })).toEqual(['0 right']);
    expect(label([0, 1], { nMeant: 0, width: 66 })).toEqual(['0 left']);
    // No room on either side.
    expect(label([2], { width: 30 })).toEqual([]);
  });

  it('have labels that cover no other point, unless they are meant', () => {
    const row = [
      { x: 50, y: 10 },
      { x: 62, y: 10 },
      { x: 38, y: 10 },
    ];
    const label = (nMeant: number) =>
      labelled(row, [0], { widthOf: () => 20, width: 200, maxLabels: 9, nMeant }).map(({ side }) => side);
    expect([label(0), label(1)]).toEqual([[], ['right']]);
  });
});
