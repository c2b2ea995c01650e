import { describe, expect, it } from 'vitest';
import { encodeFile, loadDataset } from '../../src/data/load';
import type { DataOptions, DataSource, Part, Preprocessing } from '../../src/data/types';
import { optionsOf, sourceOf } from './support';

const load = (
  options: Partial<DataOptions>,
  files: Record<string, string> = {},
  seed = 42,
  stored?: Preprocessing,
) => loadDataset(optionsOf(options), seed, sourceOf(files), stored);

/** The inputs of tables of texts, which are no bytes. */
const numbersOf = ({ inputs }: Part) => inputs as Float32Array;

/** Rows of `x,class` with classes a and b in turn. */
const rowsOf = (n: number) => Array.from({ length: n }, (_, i) => `${i},${'ab'[i % 2]}`).join('\n');
const table = `x,class\n${rowsOf(20)}\n`;
const files = { 'a.csv': table, 'b.csv': 'class,x\nb,3\na,4\n' };
const options = { path: 'a.csv', target: 'class' };

describe('loadDataset', () => {
  it('splits and encodes the digits', async () => {
    const { train, validation, test, preprocessing, fingerprint } = await load({ builtin: 'digits' });
    expect(validation!.rows.length).toBe(359);
    expect(train.rows.length + validation!.rows.length).toBe(1797);
    expect(numbersOf(train)).toHaveLength(train.rows.length * 64);
    expect(numbersOf(train).every(Number.isFinite)).toBe(true);
    expect(preprocessing.target).toMatchObject({
      classes: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    });
    expect(preprocessing.image).toEqual({ width: 8, height: 8 });
    expect(test).toBeNull();
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  it('standardises the training part and it alone', async () => {
    const { train } = await load({ builtin: 'iris' });
    const n = train.rows.length;
    for (let feature = 0; feature < 4; feature++) {
      const column = numbersOf(train).filter((_, i) => i % 4 === feature);
      expect(column.reduce((sum, value) => sum + value, 0) / n).toBeCloseTo(0, 5);
      expect(column.reduce((sum, value) => sum + value ** 2, 0) / n).toBeCloseTo(1, 5);
    }
  });

  it('gives the same parts for the same seed, others for another', async () => {
    const rowsFor = async (seed: number) => (await load({ builtin: 'iris' }, {}, seed)).validation!.rows;
    expect(await rowsFor(1)).toEqual(await rowsFor(1));
    expect(await rowsFor(1)).not.toEqual(await rowsFor(2));
  });

  it('trains on everything with a validation fraction of 0', async () => {
    const { train, validation } = await load({ ...options, validation_fraction: 0 }, files);
    expect(train.rows).toHaveLength(20);
    expect(validation).toBeNull();
  });

  it('reads validation and test parts from files of their own', async () => {
    const dataset = await load(
      { ...options, validation_path: 'b.csv', test_path: 'b.csv', scaling: 'none' },
      files,
    );
    expect(dataset.train.rows).toHaveLength(20);
    expect([...numbersOf(dataset.validation!)]).toEqual([3, 4]);
    expect([...dataset.validation!.targets]).toEqual([1, 0]);
    expect(dataset.test!.inputs).toEqual(dataset.validation!.inputs);
  });

  it('names the line of a label that only the validation file has', async () => {
    const loading = load(
      { ...options, validation_path: 'c.csv' },
      { ...files, 'c.csv': 'x,class\n1,a\n2,c\n' },
    );
    await expect(loading).rejects.toMatchObject({
      key: 'data.validation_path',
      at: { path: 'c.csv', line: 3, column: 'class' },
    });
  });

  it('rebuilds a stored run: the same parts with the stored mapping', async () => {
    const first = await load(options, files);
    const stored: Preprocessing = JSON.parse(JSON.stringify(first.preprocessing));
    expect(await load(options, files, 42, stored)).toEqual(first);
  });

  it('generates the same points for a seed, with a fingerprint of their own', async () => {
    const spiral = (seed: number, noise = 0) => load({ generator: 'spiral', noise }, {}, seed);
    expect(await spiral(1)).toEqual(await spiral(1));
    const prints = [await spiral(1), await spiral(2), await spiral(1, 0.1)].map(
      ({ fingerprint }) => fingerprint,
    );
    expect(new Set(prints).size).toBe(3);
  });

  it('learns numbers when the target is one', async () => {
    const prices = Array.from({ length: 30 }, (_, i) => `${i},${i * 1.5}`).join('\n');
    const { preprocessing, train } = await load(
      { path: 'p.csv', target: 'price' },
      { 'p.csv': `x,price\n${prices}\n` },
    );
    expect(preprocessing.task).toBe('regression');
    expect(train.targets).toBeInstanceOf(Float32Array);
  });

  it.each<[string, string, Partial<DataOptions>, string]>([
    ['one row', 'x,class\n1,a\n', {}, 'too-few-rows'],
    ['no row without a gap', 'x,class\n,a\n,b\n', { missing: 'drop_row' }, 'too-few-rows'],
    ['one class', 'x,class\n1,a\n2,a\n3,a\n', {}, 'one-class'],
    ['nothing left for validation', 'x,class\n1,a\n2,b\n', {}, 'empty-split'],
    ['names for categories', names(60), {}, 'too-many-categories'],
  ])('refuses %s', async (_, text, more, code) => {
    await expect(load({ ...options, ...more }, { 'a.csv': text })).rejects.toMatchObject({ code });
  });

  it('refuses a training part without one of the classes', async () => {
    const rare = `x,class\n${rowsOf(8).replaceAll('b', 'a')}\n9,b\n`;
    const seeds = Array.from({ length: 20 }, (_, seed) => seed);
    const codes = await Promise.all(
      seeds.map(seed =>
        load({ ...options, validation_fraction: 0.5, stratify: false }, { 'a.csv': rare }, seed).then(
          () => 'fine',
          error => error.code,
        ),
      ),
    );
    expect(new Set(codes)).toEqual(new Set(['fine', 'class-not-in-training']));
  });

  it('refuses inputs that memory does not hold, with what they would need', async () => {
    const wide = names(40).replaceAll('name ', 'n');
    const loading = loadDataset(optionsOf(options), 1, sourceOf({ 'a.csv': wide }, 100));
    await expect(loading).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringMatching(/^40 rows of \d+ inputs need 0\.0 GB of memory; 0\.0 GB are allowed/),
    });
  });

  // Paths that leave the workspace and packed files that lie about their size are refused by whoever opens files.
  it('reads through its source only, whose refusal reaches the caller', async () => {
    const refusal = new Error('outside the workspace');
    const refusing: DataSource = {
      read: () => Promise.reject(refusal),
      readExample: () => Promise.reject(refusal),
      memoryBudgetBytes: 1e9,
    };
    for (const refused of [{ path: '../../secret.csv' }, { builtin: 'iris' }]) {
      await expect(loadDataset(optionsOf(refused), 1, refusing)).rejects.toBe(refusal);
    }
  });
});

describe('encodeFile', () => {
  const origin = { key: 'data.test_path', path: 'b.csv' } as const;

  it('applies a stored mapping to another file', async () => {
    const { preprocessing } = await load({ ...options, scaling: 'none' }, files);
    const part = await encodeFile(origin, preprocessing, 'error', sourceOf(files));
    expect([...numbersOf(part)]).toEqual([3, 4]);
    expect([...part.rows]).toEqual([0, 1]);
  });

  it('refuses a file in which no row can be used', async () => {
    const { preprocessing } = await load(options, files);
    const source = sourceOf({ 'b.csv': 'x,class\n,a\n,b\n' });
    await expect(encodeFile(origin, preprocessing, 'drop_row', source)).rejects.toMatchObject({
      code: 'too-few-rows',
    });
  });
});

function names(n: number): string {
  return `x,class\n${Array.from({ length: n }, (_, i) => `name ${i},${'ab'[i % 2]}`).join('\n')}\n`;
}
