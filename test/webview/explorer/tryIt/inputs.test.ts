import { describe, expect, it } from 'vitest';
import type { CategoryFeature, NumericFeature } from '../../../../src/protocol';
import {
  deviationOf,
  fieldsShown,
  isFault,
  maxFields,
  noteText,
  shownCell,
  stepOf,
  typicalInputs,
} from '../../../../webview/explorer/tryIt/inputs';

const width: NumericFeature = {
  ...{ kind: 'numeric', name: 'width', mean: 3.0574, std: 0.5, min: 2, max: 4.4 },
  ...{ isWhole: false, mayBeMissing: false },
};
const colour: CategoryFeature = {
  ...{ kind: 'category', name: 'colour', categories: ['blue', 'red'], nCategories: 2 },
  ...{ mostFrequent: 'red', mayBeMissing: true },
};

describe('typical inputs', () => {
  it('of a row are means and the most frequent categories', () => {
    const age = { ...width, name: 'age', mean: 40.7, isWhole: true };
    expect(typicalInputs({ kind: 'row', features: [width, colour, age] })).toEqual({
      ...{ kind: 'row', cells: ['3.057', 'red', '41'] },
    });
  });

  it('of a picture are its background', () => {
    const form = { kind: 'image', width: 2, height: 1, max: 16, isBytes: false } as const;
    expect(typicalInputs({ ...form, isDarkOnLight: false })).toEqual({ kind: 'image', pixels: [0, 0] });
    expect(typicalInputs({ ...form, isDarkOnLight: true })).toEqual({ kind: 'image', pixels: [16, 16] });
  });
});

it.each([
  ['4.0574', 2],
  ['x', null],
  ['', null],
])('%s deviates by %s', (cell, deviation) => {
  expect(deviationOf(width, cell)).toEqual(deviation === null ? null : expect.closeTo(deviation, 10));
  expect(deviationOf(colour, cell)).toBeNull();
});

describe('the fields', () => {
  const many = Array.from({ length: 100 }, (_, i) => ({ ...width, name: `f${i}`, mean: 0, std: 1 }));
  const begun = many.map((_, i) => String(i % 2 ? i : -i));

  it('of few features stand in the order of the data', () => {
    expect(fieldsShown([width, colour], ['9', 'red'], '')).toEqual([0, 1]);
    expect(fieldsShown([width, colour], ['9', 'red'], ' COL')).toEqual([1]);
  });

  it('of many are those that deviate most, in either direction', () => {
    const shown = fieldsShown(many, begun, '');
    expect(shown).toHaveLength(maxFields);
    expect(shown.slice(0, 3)).toEqual([99, 98, 97]);
  });

  it('are found by name among all', () => {
    expect(fieldsShown(many, begun, 'f1')).toEqual([19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 1]);
  });
});

it.each([
  [4.3, 7.9, false, 0.01],
  [0, 1000, false, 10],
  [0, 50, true, 1],
  [-1e-5, 1e-5, false, 1e-7],
])('a slider from %d to %d (whole: %s) has steps of %d', (min, max, isWhole, step) => {
  expect(stepOf({ ...width, min, max, isWhole })).toBeCloseTo(step, 12);
});

it.each([
  ['5.1', '5.1'],
  ['0.37412345678901', '0.374123'],
  ['1e-300', '1e-300'],
  ['a long category', 'a long category'],
])('%s is shown as %s', (cell, shown) => {
  expect(shownCell(cell)).toBe(shown);
});

it('a note says what is wrong, or what the input is taken for', () => {
  expect(noteText({ field: 0, code: 'notNumber', detail: '1,5' })).toMatch(/“1,5” is not a number/);
  expect(noteText({ field: 0, code: 'imputed', detail: '35.714285714' })).toMatch(/35\.7143/);
  expect(noteText({ field: 0, code: 'imputed', detail: 'red' })).toMatch(/taken as red/);
  const codes = ['notNumber', 'missing', 'unknownCharacter', 'imputed', 'unknownCategory'] as const;
  expect(codes.filter(code => isFault({ field: 0, code, detail: '' }))).toEqual(codes.slice(0, 3));
});
