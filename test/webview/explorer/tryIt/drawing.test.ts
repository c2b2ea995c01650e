import { describe, expect, it } from 'vitest';
import {
  centred,
  filled,
  inkOf,
  paintCell,
  paintLine,
  penRadius,
  pixelsOf,
} from '../../../../webview/explorer/tryIt/drawing';

const shape = { width: 8, height: 8 };
const max = 16;
const brush = { radius: 0.8, max, isLight: true };
const empty = filled(shape, 0);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const centreOf = (pixels: readonly number[]) => {
  const mass = sum(pixels);
  return {
    x: sum(pixels.map((value, i) => value * ((i % 8) + 0.5))) / mass,
    y: sum(pixels.map((value, i) => value * (Math.floor(i / 8) + 0.5))) / mass,
  };
};

describe('a picture that nobody has drawn on', () => {
  it.each([
    ['8 × 8', shape],
    ['28 × 28', { width: 28, height: 28 }],
    ['one that is no square', { width: 3, height: 7 }],
    ['one too large to be finer', { width: 300, height: 300 }],
  ])('%s keeps its values to the bit', (_, { width, height }) => {
    const pixels = Array.from({ length: width * height }, (_, i) => (i * 37) % 256);
    expect(pixelsOf(inkOf(pixels, { width, height }))).toEqual(pixels);
  });
});

describe('a stroke', () => {
  it('has soft edges, and is as bright inside as the data', () => {
    const pixels = pixelsOf(paintLine(empty, { x: 2, y: 4 }, { x: 6, y: 4 }, brush));
    expect(Math.max(...pixels)).toBeLessThanOrEqual(max);
    // Of the rows beside the line, the brush covers four fifths; of those beyond, nothing.
    for (const row of [3, 4]) expect(pixels[row * 8 + 4]! / max).toBeCloseTo(0.8, 1);
    expect(pixels[2 * 8 + 4]).toBe(0);
    // A line of length 4 and width 1.6, with two half discs at its ends.
    expect(sum(pixels) / max).toBeCloseTo(4 * 1.6 + Math.PI * 0.8 ** 2, 0);
  });

  it('never darkens what is there, and the other way round erases', () => {
    const line = [
      { x: 1, y: 1 },
      { x: 7, y: 7 },
    ] as const;
    const full = filled(shape, max);
    expect(pixelsOf(paintLine(full, ...line, brush))).toEqual(pixelsOf(full));
    const erased = pixelsOf(paintLine(full, ...line, { ...brush, isLight: false }));
    const drawn = pixelsOf(paintLine(empty, ...line, brush));
    expect(erased.map((value, i) => value + drawn[i]!)).toEqual(erased.map(() => expect.closeTo(max, 10)));
  });

  it('may leave the picture', () => {
    const pixels = pixelsOf(paintLine(empty, { x: -5, y: 4 }, { x: 20, y: 4 }, brush));
    expect(pixels.every(Number.isFinite)).toBe(true);
  });

  it('does not change the drawing that it was made on', () => {
    paintLine(empty, { x: 1, y: 1 }, { x: 2, y: 2 }, brush);
    expect(sum(pixelsOf(empty))).toBe(0);
  });
});

it('a cell by keyboard is one pixel', () => {
  const pixels = pixelsOf(paintCell(empty, { row: 2, column: 5 }, max));
  expect(pixels.map((value, i) => value && i).filter(Boolean)).toEqual([21]);
  expect(pixels[21]).toBe(max);
});

describe('centred', () => {
  it('has its centre of mass in the middle', () => {
    const ink = paintLine(empty, { x: 1, y: 1.5 }, { x: 1.5, y: 3 }, brush);
    const { x, y } = centreOf(pixelsOf(centred(ink, 0)));
    expect([x, y]).toEqual([expect.closeTo(4, 0.9), expect.closeTo(4, 0.9)]);
    expect(Math.hypot(x - 4, y - 4)).toBeLessThan(0.1);
  });

  it('of dark on light looks at what is dark', () => {
    const light = paintLine(
      filled(shape, max),
      { x: 1, y: 1.5 },
      { x: 1.5, y: 3 },
      { ...brush, isLight: false },
    );
    const { x, y } = centreOf(pixelsOf(centred(light, max)).map(value => max - value));
    expect(Math.hypot(x - 4, y - 4)).toBeLessThan(0.1);
  });

  it('leaves an empty picture alone', () => {
    expect(centred(empty, 0)).toBe(empty);
  });
});

it('a pen is wider on larger pictures', () => {
  expect(penRadius({ width: 28, height: 28 })).toBeGreaterThan(penRadius(shape));
});
