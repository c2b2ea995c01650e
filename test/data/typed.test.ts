import { describe, expect, it } from 'vitest';
import { noteOf, unknownCharacters } from '../../src/data/typed';
import type { CategoryEncoding, NumericEncoding } from '../../src/data/types';

const numeric = {
  ...{ kind: 'numeric', name: 'x', shift: 0, scale: 1, fill: null },
  ...{ mean: 0, std: 1, max: 1 },
} as NumericEncoding;
const choice: CategoryEncoding = { kind: 'one_hot', name: 'c', categories: ['a', 'b'], fill: null };

describe('a typed cell', () => {
  it.each(['1', ' -2.5e3 ', '.5', '+7.'])('%s is a number', typed => {
    expect(noteOf(numeric, typed)).toBeNull();
  });

  it.each(['1,5', '0x10', 'Infinity', 'one', '1 2'])('%s is none', typed => {
    expect(noteOf(numeric, typed)).toEqual({ code: 'notNumber', detail: typed });
  });

  it.each(['', '  ', 'NA', '?'])('“%s” is missing, or filled in where the run does so', typed => {
    expect(noteOf(numeric, typed)).toMatchObject({ code: 'missing' });
    expect(noteOf({ ...numeric, fill: 2.5 }, typed)).toEqual({ code: 'imputed', detail: '2.5' });
    expect(noteOf({ ...choice, fill: 'b' }, typed)).toEqual({ code: 'imputed', detail: 'b' });
  });

  it('is one of the categories, or of none', () => {
    expect(noteOf(choice, ' b ')).toBeNull();
    expect(noteOf(choice, 'B')).toEqual({ code: 'unknownCategory', detail: 'B' });
  });
});

it('each unknown character is named once', () => {
  expect(unknownCharacters('añabcc', ['a', 'b'])).toEqual(['ñ', 'c']);
});
