import { describe, expect, it } from 'vitest';
import { inRectangle, rectangleForKey } from '../../../webview/explorer/brush';

it('a rectangle holds the points between its edges, and none without a number', () => {
  const [x, y] = [
    [0.05, 0.4, 0.1, Number.NaN],
    [0.95, 0.5, 0.05, 0.5],
  ] as const;
  expect(inRectangle(x, y, { x: [0, 0.2], y: [0, 1] })).toEqual([0, 2]);
  expect(inRectangle(x, y, { x: [0.3, 0.5], y: [0.5, 0.6] })).toEqual([1]);
});

describe('the arrows', () => {
  const [x, y] = [
    { min: 0, max: 0.5 },
    { min: 0, max: 1 },
  ];
  const first = { x: [0, 0.1], y: [0, 0.2] } as const;

  it('begin in the corner of both axes, wherever they begin', () => {
    expect(rectangleForKey('ArrowUp', false, null, x, y)).toEqual(first);
    const far = { min: -40, max: 60 };
    expect(rectangleForKey('ArrowUp', false, null, far, far)).toEqual({ x: [-40, -20], y: [-40, -20] });
  });

  it('move it within the chart', () => {
    expect(rectangleForKey('ArrowUp', false, first, x, y)).toEqual({ x: [0, 0.1], y: [0.05, 0.25] });
    expect(rectangleForKey('ArrowLeft', false, first, x, y)).toEqual(first);
    expect(rectangleForKey('ArrowRight', false, { x: [0.4, 0.5], y: [0, 1] }, x, y)!.x).toEqual([0.4, 0.5]);
  });

  it('resize it with Shift, down to one step', () => {
    expect(rectangleForKey('ArrowRight', true, first, x, y)).toEqual({ x: [0, 0.125], y: [0, 0.2] });
    const small = { x: [0.1, 0.125], y: [0, 1] } as const;
    expect(rectangleForKey('ArrowLeft', true, small, x, y)!.x).toEqual([0.1, 0.125]);
  });

  it('alone mean something', () => expect(rectangleForKey('a', false, first, x, y)).toBeNull());
});
