import { expect, test } from 'vitest';
import {
  type DivergingColours,
  diverging,
  largestMagnitude,
  parseColour,
  withAlpha,
} from '../../webview/colour';

const colours: DivergingColours = { negative: [0, 0, 255], zero: [30, 30, 30], positive: [255, 130, 0] };

test.each([
  ['#fff', [255, 255, 255]],
  ['#3794ff', [55, 148, 255]],
  [' #3794ff80 ', [55, 148, 255]],
  ['rgb(1, 2, 3)', [1, 2, 3]],
  ['rgba(1, 2, 3, 0.5)', [1, 2, 3]],
])('reads %s', (text, rgb) => expect(parseColour(text)).toEqual(rgb));

test('an unset variable becomes grey rather than NaN', () =>
  expect(parseColour('')).toEqual([128, 128, 128]));

test('gives a colour an opacity', () => expect(withAlpha('#3794ff', 0.3)).toBe('rgba(55, 148, 255, 0.3)'));

test('zero is the background and the ends are the pure colours', () => {
  expect([0, -2, 2, 5].map(value => diverging(value, 2, colours))).toEqual([
    colours.zero,
    colours.negative,
    colours.positive,
    colours.positive,
  ]);
});

test('equal magnitudes are equally far from the background', () => {
  expect(diverging(1, 2, colours)).toEqual([143, 80, 15]);
  expect(diverging(-1, 2, colours)).toEqual([15, 15, 143]);
});

test('what is not a number, and a layer of zeros, stay background', () => {
  expect(diverging(Number.NaN, 2, colours)).toEqual(colours.zero);
  expect(diverging(0, 0, colours)).toEqual(colours.zero);
});

test('the largest magnitude passes over what is not finite', () => {
  expect(
    largestMagnitude(Float32Array.of(1, -3, Number.NaN), Float32Array.of(Number.NEGATIVE_INFINITY)),
  ).toBe(3);
});
