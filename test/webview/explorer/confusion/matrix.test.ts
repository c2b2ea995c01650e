import { describe, expect, it } from 'vitest';
import { parseColour, type Rgb } from '../../../../webview/colour';
import { layoutOf, shortName } from '../../../../webview/explorer/confusion/layout';
import { contains, isSame } from '../../../../webview/explorer/confusion/selection';
import { contrast, shadeOf, shadesOf } from '../../../../webview/explorer/confusion/shade';

const grounds: Rgb[] = [
  [255, 255, 255],
  [31, 31, 31],
  [0, 0, 0],
];
const hues: Rgb[] = [
  [0x59, 0xa4, 0xf9],
  [0, 0x5f, 0xb8],
  [0x0f, 0x4a, 0x85],
];

describe('shades', () => {
  it('have text that can be read on every one of them, whatever the theme', () => {
    for (const ground of grounds)
      for (const hue of hues)
        for (const { background, color } of shadesOf(ground, hue))
          expect(contrast(parseColour(background), parseColour(color))).toBeGreaterThan(4.5);
  });

  it('go from the ground to the hue, and show a small part', () => {
    const shades = shadesOf([0, 0, 0], [200, 100, 40]);
    expect(shadeOf(shades, 0).background).toBe('rgb(0 0 0)');
    expect(shadeOf(shades, 1).background).toBe('rgb(200 100 40)');
    // The square root of a hundredth is a tenth, which is 3 of 32 shades.
    expect(shadeOf(shades, 0.01).background).toBe('rgb(19 9 4)');
  });

  it('have the contrast of WCAG', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 9);
    expect(contrast([0x77, 0x77, 0x77], [255, 255, 255])).toBeCloseTo(4.478, 3);
  });
});

describe('the layout', () => {
  const layout = (nClasses: number, width: number, name = '8', count = 40) => {
    const classes = Array.from({ length: nClasses }, (_, c) => c);
    const counts = Uint32Array.from(classes, () => count);
    const names = classes.map(() => name);
    return layoutOf({ support: counts, predicted: counts }, classes, names, width);
  };

  it('makes cells as large as fits, and no smaller than a line of small text', () => {
    expect([layout(10, 600).size, layout(10, 380).size, layout(100, 600).size]).toEqual([36, 30, 14]);
  });

  it('leaves out numbers that do not fit, and turns names that do not', () => {
    expect([layout(10, 400).hasTexts, layout(10, 400, '8', 100_000).hasTexts]).toEqual([true, false]);
    expect([layout(3, 400).isRotated, layout(3, 400, 'versicolor').isRotated]).toEqual([false, true]);
  });
});

it('a long name keeps its beginning and its end', () => {
  expect([shortName('versicolor'), shortName('species number 32')]).toEqual(['versicolor', 'species…ber 32']);
});

describe('a selection', () => {
  it('is a cell, a row or a column', () => {
    const of = (trueClass: number | null, predictedClass: number | null) => ({ trueClass, predictedClass });
    expect([contains(of(1, 2), 1, 2), contains(of(1, 2), 1, 3), contains(of(1, 2), 2, 2)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([contains(of(1, null), 1, 3), contains(of(null, 3), 0, 3)]).toEqual([true, true]);
    expect(contains(of(null, null), 0, 0)).toBe(false);
    expect([isSame(of(1, 2), of(1, 2)), isSame(of(1, null), of(1, 2))]).toEqual([true, false]);
  });
});
