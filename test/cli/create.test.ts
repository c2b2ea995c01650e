import { mkdir } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { idxBytes } from '../data/support';
import { table } from '../worker/support';
import { commandLine } from './support';

const { run, path, read, write } = commandLine();
// Enough rows for the batches that are suggested.
beforeEach(() => write('points.csv', `${table}\n${table.slice(table.indexOf('\n') + 1)}`));

describe('create', () => {
  it('writes a configuration beside the data that trains at once', async () => {
    const { code, out } = await run(['create', 'points.csv']);
    expect([code, out]).toEqual([0, `Wrote ${path('points.model.yaml')}.\n`]);
    expect(await read('points.model.yaml')).toContain('target: label');
    expect((await run(['check', 'points.model.yaml'])).code).toBe(0);
  });

  it('writes to where it is told, with the way from there to the data', async () => {
    await mkdir(path('models'));
    const { lines } = await run(['create', 'points.csv', '--json'], {
      out: 'models/a.model.yaml',
      target: 'sum',
    });
    expect(lines).toEqual([{ type: 'done', configuration: path('models/a.model.yaml') }]);
    const text = await read('models/a.model.yaml');
    expect(text).toContain('../points.csv');
    expect(text).toContain('target: sum');
    expect((await run(['check', 'models/a.model.yaml'])).code).toBe(0);
  });

  it('for images names their labels', async () => {
    const images = Array.from({ length: 40 * 4 }, (_, i) => (i * 37) % 256);
    await write('train-images-idx3-ubyte', idxBytes([40, 2, 2], images));
    await write(
      'train-labels-idx1-ubyte',
      idxBytes(
        [40],
        Array.from({ length: 40 }, (_, i) => i % 2),
      ),
    );
    expect((await run(['create', 'train-images-idx3-ubyte'])).code).toBe(0);
    const text = await read('train-images-idx3-ubyte.model.yaml');
    expect(text).toContain('  labels_path: train-labels-idx1-ubyte #');
    expect(text).not.toContain('target');
    expect((await run(['check', 'train-images-idx3-ubyte.model.yaml'])).code).toBe(0);
  });

  it('for a file of texts asks for a model of characters', async () => {
    await write('names.txt', 'ana\nanna\nhanna\n'.repeat(10));
    expect((await run(['create', 'names.txt'])).code).toBe(0);
    expect(await read('names.model.yaml')).toContain('  path: names.txt # 30 texts, one a line\n  text: {');
    expect((await run(['check', 'names.model.yaml'])).code).toBe(0);
  });

  it('for a table in a text file is as for any table', async () => {
    await write('points.txt', await read('points.csv'));
    expect((await run(['create', 'points.txt'])).code).toBe(0);
    expect(await read('points.model.yaml')).toContain('target: label');
  });

  it('says what is missing from a table without a header', async () => {
    await write('raw.csv', '5.1,3.5,setosa\n4.9,3,setosa\n');
    const { code, errors } = await run(['create', 'raw.csv']);
    expect([code, errors]).toEqual([1, expect.stringContaining('the first line must name the columns')]);
  });

  it('writes over nothing', async () => {
    await write('points.model.yaml', 'mine');
    const { code, errors } = await run(['create', 'points.csv']);
    expect(code).toBe(1);
    expect(errors).toContain('exists already. Choose another name with --out.');
    expect(await read('points.model.yaml')).toBe('mine');
  });

  it.each([
    ['no file', ['create', 'no.csv'], {}, 'There is no file no.csv'],
    ['no column', ['create', 'points.csv'], { target: 'z' }, 'z'],
    ['nothing named', ['create'], {}, 'Name one data file.'],
    ['two named', ['create', 'points.csv', 'b.csv'], {}, 'Name one data file.'],
  ])('with %s is an error', async (_, words, values, message) => {
    expect(await run(words, values)).toMatchObject({ code: 1, errors: expect.stringContaining(message) });
  });
});
