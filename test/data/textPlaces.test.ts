import { expect, it } from 'vitest';
import { firstSampleOf, placesOf } from '../../src/data/textPlaces';
import type { Part, Preprocessing } from '../../src/data/types';

const characters = [...'abcdefghijklmnopqrstuvwxyz'];
const preprocessing: Preprocessing = {
  ...{ task: 'classification', image: null, inputNames: [] },
  target: { kind: 'classes', name: 'text', classes: ['boundary', ...characters] },
  features: [{ kind: 'text', name: 'text', characters, context: 2, width: 1 }],
};

/** One sample for each character, and one for the end. */
function partOf(...texts: string[]): Part {
  const rows = texts.flatMap((text, row) => Array.from({ length: [...text].length + 1 }, () => row));
  const codes = Int32Array.from(texts.keys());
  return {
    table: {
      ...{ origin: { key: 'data.path', path: 'a.txt' }, nRows: texts.length },
      columns: [{ kind: 'categorical', name: 'text', codes, categories: texts }],
    },
    ...{ rows: Uint32Array.from(rows), inputs: new Float32Array(), targets: new Int32Array(rows.length) },
  };
}

it('is a place in its own text: what the model sees, the character, what follows', () => {
  const at = placesOf(partOf('ab', 'cdefg'), preprocessing)!;
  expect(at(0)).toEqual({ before: '', seen: '', character: 'a', after: 'b' });
  expect(at(2)).toEqual({ before: '', seen: 'ab', character: '', after: '' });
  expect(at(6)).toEqual({ before: 'c', seen: 'de', character: 'f', after: 'g' });
});

it('is cut where the text is long, between characters', () => {
  const at = placesOf(partOf('x'.repeat(50) + '😀'.repeat(100)), preprocessing)!;
  const { before, character, after } = at(90);
  expect(before).toBe(`…${'x'.repeat(2)}${'😀'.repeat(38)}`);
  expect([character, after]).toEqual(['😀', `${'😀'.repeat(40)}…`]);
});

it('other samples have no such place', () => {
  expect(placesOf(partOf('a'), { ...preprocessing, features: [] })).toBeNull();
});

it('the first sample of a row is found among many', () => {
  const rows = Uint32Array.of(0, 0, 3, 3, 3, 7);
  expect([0, 3, 7].map(row => firstSampleOf(rows, row))).toEqual([0, 2, 5]);
});
