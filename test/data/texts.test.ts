import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../src/data/display';
import { inputShapeOf } from '../../src/data/inputs';
import { encodeFile, loadDataset } from '../../src/data/load';
import { preprocessingType } from '../../src/data/preprocessingType';
import type { DataOptions, Part } from '../../src/data/types';
import { optionsOf, sourceOf } from './support';

const load = (text: string, more: Partial<DataOptions> = {}, seed = 1, memoryBudgetBytes = 1e9) =>
  loadDataset(
    optionsOf({
      ...{ path: 'names.txt', text: { context: 2 }, categorical: 'embedding', validation_fraction: 0 },
      ...more,
    }),
    seed,
    sourceOf(
      { 'names.txt': text, 'b.csv': 'sex,name\nf,abba\nm,bob\n', 'c.txt': 'ab\nxy\n' },
      memoryBudgetBytes,
    ),
  );

/** Words of two characters of an alphabet of 8, in turn. */
const words = Array.from({ length: 64 }, (_, i) => 'abcdefgh'[i % 8]! + 'abcdefgh'[i >> 3]!);
const textAt = ({ table, rows }: Part, sample: number) => table.lines![rows[sample]!];

describe('texts', () => {
  it('become a sample for each character and one for the end, each with the tokens before it', async () => {
    const { train, preprocessing } = await load('ab\n\nb\n');
    // Tokens: 0 is the boundary, 1 a, 2 b.
    expect([...train.selected!]).toEqual([0, 0, 0, 1, 1, 2, 0, 0, 0, 2]);
    expect(train.targets).toEqual(Int32Array.of(1, 2, 0, 2, 0));
    expect([...train.rows]).toEqual([0, 0, 0, 1, 1]);
    expect([0, 4].map(sample => textAt(train, sample))).toEqual([1, 3]);
    expect(train.inputs).toHaveLength(0);
    expect(preprocessing.target).toEqual({ kind: 'classes', name: 'text', classes: ['boundary', 'a', 'b'] });
    expect(preprocessingType.parse(preprocessing)).toEqual(preprocessing);
  });

  it('may be a single one where none is held back', async () => {
    const { train, validation } = await load('abab');
    expect(train.targets).toEqual(Int32Array.of(1, 2, 1, 2, 0));
    expect(validation).toBeNull();
  });

  it('share one table of embeddings for all places', async () => {
    const { preprocessing } = await load('ab\nb\n', { embedding_dim: 2 });
    expect(inputShapeOf(preprocessing.features)).toEqual({
      ...{ nInputs: 0, embeddings: [{ size: 3, width: 2, nChoices: 2 }], categories: null },
    });
    expect(preprocessing.inputNames).toEqual(['t-2[0]', 't-2[1]', 't-1[0]', 't-1[1]']);
  });

  it('have rows of weights of their own for each place with one_hot', async () => {
    const { train, preprocessing } = await load('ab\nb\n', { categorical: 'one_hot' });
    expect([...train.selected!]).toEqual([0, 3, 0, 4, 1, 5, 0, 3, 0, 5]);
    expect(inputShapeOf(preprocessing.features)).toEqual({
      ...{ nInputs: 0, embeddings: [], categories: { size: 6, nChoices: 2 } },
    });
    const names = (place: string) => ['boundary', 'a', 'b'].map(token => `${place}=${token}`);
    expect(preprocessing.inputNames).toEqual([...names('t-2'), ...names('t-1')]);
  });

  it('may be a column of a table', async () => {
    const { train, preprocessing } = await load('', { path: 'b.csv', target: 'name' });
    expect(preprocessing.features).toMatchObject([
      { kind: 'text', name: 'name', characters: ['a', 'b', 'o'] },
    ]);
    expect(train.targets).toHaveLength(5 + 4);
    expect(textAt(train, 0)).toBe(2);
  });

  it('go to one part as a whole, as the seed says', async () => {
    const rowsFor = async (seed: number) => {
      const { train, validation } = await load(words.join('\n'), { validation_fraction: 0.25 }, seed);
      const trained = new Set(train.rows);
      expect(validation!.rows.some(row => trained.has(row))).toBe(false);
      expect([train.targets.length, validation!.targets.length]).toEqual([48 * 3, 16 * 3]);
      return [...validation!.rows];
    };
    expect(await rowsFor(1)).toEqual(await rowsFor(1));
    expect(await rowsFor(1)).not.toEqual(await rowsFor(2));
  });

  it('are trained on where a character is nowhere else', async () => {
    const rare = [...words, ...'zyxwvutsrqponmlk'].join('\n');
    const { train, validation, preprocessing } = await load(rare, { validation_fraction: 0.5 });
    expect(preprocessing.features).toMatchObject([{ characters: expect.arrayContaining([...'zk']) }]);
    const rows = new Set(train.rows);
    for (let row = 64; row < 80; row++) expect(rows).toContain(row);
    expect([...rows]).toEqual([...rows].sort((a, b) => a - b));
    expect(rows.size + new Set(validation!.rows).size).toBe(80);
  });
});

describe('what is refused', () => {
  const manyCharacters = Array.from({ length: 1200 }, (_, i) => String.fromCodePoint(0x4e00 + i));
  it.each<[string, string, Partial<DataOptions>, object]>([
    [
      'one text, of which a part shall be held back',
      'a long text\n',
      { validation_fraction: 0.2 },
      {
        ...{ code: 'too-few-rows', key: 'data.path' },
        message: expect.stringMatching(/a line of its own, or set validation_fraction: 0/),
      },
    ],
    ['no text', '\n', {}, { code: 'empty-file' }],
    ['numbers', '', { path: 'd.csv', target: 'n' }, { code: 'text-of-numbers', key: 'data.target' }],
    ['no column', '', { path: 'b.csv' }, { code: 'no-target', key: 'data.target' }],
    ['another column', '', { path: 'b.csv', target: 'nam' }, { code: 'unknown-column', key: 'data.target' }],
    [
      'an alphabet that is too large',
      manyCharacters.map(character => character.repeat(9)).join('\n'),
      {},
      { code: 'too-many-characters', key: 'data.path' },
    ],
    [
      'texts for validation that share no character with others',
      'aa\nbb\ncc\ndd\n',
      { validation_fraction: 0.5 },
      { code: 'empty-split', key: 'data.validation_fraction' },
    ],
    [
      'a character in the validation file that is new, with its line',
      'ab\nba\n',
      { validation_path: 'c.txt' },
      { code: 'unseen-character', at: { path: 'c.txt', line: 2, column: 'text' } },
    ],
  ])('%s', async (_, text, options, error) => {
    const source = sourceOf({
      'names.txt': text,
      'b.csv': 'sex,name\nf,a\n',
      'c.txt': 'ab\nxy\n',
      'd.csv': 'n\n1\n2\n',
    });
    const all = optionsOf({
      ...{ path: 'names.txt', text: { context: 2 }, validation_fraction: 0 },
      ...options,
    });
    await expect(loadDataset(all, 1, source)).rejects.toMatchObject(error);
  });

  it('samples that memory does not hold, before they are made', async () => {
    const long = `${'ab'.repeat(5000)}\nb\n`;
    await expect(load(long, { text: { context: 100 } }, 1, 1e6)).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringMatching(
        /^10,003 characters with a context of 100 need 0\.0 GB.*smaller context\.$/,
      ),
    });
  });
});

it('another file is read with the mapping that was fitted', async () => {
  const { preprocessing } = await load('ab\nb\n');
  const part = await encodeFile(
    { key: 'data.path', path: 'other.txt' },
    preprocessing,
    'error',
    sourceOf({ 'other.txt': 'ba\n' }),
  );
  expect(part.targets).toEqual(Int32Array.of(2, 1, 0));
});

it('a sample shows what was before it, and its text', async () => {
  const { train, preprocessing } = await load(`abc\n${'b'.repeat(100)}\n`);
  const cells = cellsOf(train, preprocessing);
  const before = [0, 1, 3].map(sample => cells(sample)[0]);
  expect(before).toEqual(['··', '·a', 'bc'].map(text => ({ name: 'before', text, deviation: null })));
  expect(cells(3)[1]).toEqual({ name: 'text', text: 'abc', deviation: null });
  expect(cells(4)[1]!.text).toBe(`${'b'.repeat(80)}…`);
});
