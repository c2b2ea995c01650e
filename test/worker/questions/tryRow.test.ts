import { describe, expect, it } from 'vitest';
import { kernelNamed } from '../../../src/engine/kernels';
import type { ImageForm, TrialInputs } from '../../../src/protocol';
import { openStoredRun, readPart } from '../../../src/worker/storedRun';
import { outcomeAt } from '../../../src/worker/trial';
import type { MemoryPlatform } from '../../helpers/memoryPlatform';
import { classification, folder, projectPlatform, regression, table, train } from '../support';
import { inquirer } from './support';
import { mixed, mixedTable, trained } from './tried';

const row = (...cells: string[]): TrialInputs => ({ kind: 'row', cells });

/** What the run says of another file with one row. */
async function outcomeOfFile(platform: MemoryPlatform, text: string, name = 'new.csv') {
  platform.put(`/project/${name}`, text);
  const run = await openStoredRun(platform, folder);
  const part = await readPart(platform, `/project/${name}`, run, '/project');
  const n = part.targets.length;
  return outcomeAt(kernelNamed(run.kernel).evaluate(run.network, run.loss, part), n - 1, n, run);
}

describe('a typed row', () => {
  it('comes out to the bit as a file with that row', async () => {
    const platform = await trained(classification);
    const { outcome, notes } = await inquirer(platform)('tryRow', {
      inputs: row('3.25', '-1e1'),
      original: null,
    });
    expect(outcome).toEqual(await outcomeOfFile(platform, 'label,y,x\nlow,-1e1,3.25\n'));
    expect(notes).toEqual([]);
  });

  it.each([['one_hot'], ['embedding']])(
    'comes out as the file with missing cells and categories (%s), and tells what it was taken for',
    async categorical => {
      const platform = await trained(mixed, mixedTable, [`data.categorical=${categorical}`]);
      const ask = inquirer(platform);
      const tryIt = (...cells: string[]) => ask('tryRow', { inputs: row(...cells), original: null });
      for (const [size, colour] of [
        ['4', 'green'],
        ['', 'red'],
        ['NA', ''],
        ['2.5', 'violet'],
      ] as const) {
        const { outcome } = await tryIt(size, colour);
        expect(outcome).toEqual(await outcomeOfFile(platform, `size,colour,kind\n${size},${colour},a\n`));
      }
      expect((await tryIt('2.5', 'violet')).notes).toEqual([
        { field: 1, code: 'unknownCategory', detail: 'violet' },
      ]);
      const { notes } = await tryIt(' ', '?');
      expect(notes).toMatchObject([
        { field: 0, code: 'imputed' },
        { field: 1, code: 'imputed' },
      ]);
      expect(['red', 'green', 'blue']).toContain(notes[1]!.detail);
    },
  );

  it('of which a cell is no number has no outcome but a note at that cell', async () => {
    const ask = inquirer(await trained(classification));
    const { outcome, notes, neighbours } = await ask('tryRow', { inputs: row('1,5', ''), original: null });
    expect([outcome, neighbours]).toEqual([null, []]);
    expect(notes).toEqual([
      { field: 0, code: 'notNumber', detail: '1,5' },
      { field: 1, code: 'missing', detail: '' },
    ]);
  });

  it('predicts a number in the units of the file', async () => {
    const platform = await trained(regression);
    const { outcome, neighbours } = await inquirer(platform)('tryRow', {
      inputs: row('3', '4'),
      original: null,
    });
    expect(outcome).toEqual(await outcomeOfFile(platform, 'sum,y,x\n0,4,3\n'));
    expect(neighbours).toMatchObject([{ classIndex: null, samples: { length: 5 } }]);
    for (const { line, value } of neighbours[0]!.samples)
      expect(value).toBeCloseTo(Number(table.split('\n')[line! - 1]!.split(',')[2]), 4);
  });

  it('of another model is refused', async () => {
    const ask = inquirer(await trained(classification));
    const wrong: TrialInputs[] = [row('1'), { kind: 'text', text: 'a' }, { kind: 'image', pixels: [1, 2] }];
    for (const inputs of wrong)
      await expect(ask('tryRow', { inputs, original: null })).rejects.toThrow('not the inputs');
  });
});

describe('a sample', () => {
  it('unchanged comes out as itself, whatever its split', async () => {
    const platform = await trained(mixed, mixedTable);
    const ask = inquirer(platform);
    for (const split of ['train', 'validation'] as const) {
      const predictions = await ask('predictions', { split });
      for (const index of predictions.rows.keys()) {
        const { inputs, truth, nSamples } = await ask('sampleInputs', { split, index });
        const { outcome, original } = await ask('tryRow', { inputs, original: { split, index } });
        expect(outcome).toEqual(original);
        expect(nSamples).toBe(predictions.rows.length);
        if (predictions.outcome.kind !== 'class' || outcome?.kind !== 'class') throw new Error('no class');
        expect(truth).toBe(predictions.outcome.trueClass[index]);
        expect(outcome.predicted).toBe(predictions.outcome.predictedClass[index]);
        const p = predictions.outcome.probabilityOfPredicted[index]!;
        expect(outcome.probabilities[outcome.predicted]).toBeCloseTo(p, 5);
      }
    }
  });

  it('is no neighbour of itself, but of any other', async () => {
    const ask = inquirer(await trained(classification));
    const sample = { split: 'train', index: 4 } as const;
    const { inputs, line } = await ask('sampleInputs', sample);
    const nearest = async (original: typeof sample | null) =>
      (await ask('tryRow', { inputs, original })).neighbours.flatMap(({ samples }) => samples);
    expect((await nearest(null)).find(({ index }) => index === 4)).toMatchObject({
      distance: 0,
      line,
      differences: [],
    });
    expect((await nearest(sample)).map(({ index }) => index)).not.toContain(4);
  });

  it('has neighbours of each class, the likeliest class first, that differ as the file says', async () => {
    const ask = inquirer(await trained(classification));
    const { outcome, neighbours } = await ask('tryRow', { inputs: row('2', '2'), original: null });
    if (outcome?.kind !== 'class') throw new Error('a class is expected');
    expect(neighbours.map(({ classIndex }) => classIndex)).toEqual(outcome.predicted === 0 ? [0, 1] : [1, 0]);
    const lines = table.split('\n');
    for (const { classIndex, samples } of neighbours) {
      expect(samples).toHaveLength(3);
      expect(samples.map(({ distance }) => distance)).toEqual(
        samples.map(({ distance }) => distance).toSorted((a, b) => a - b),
      );
      for (const { line, differences } of samples) {
        const [x, y, , label] = lines[line! - 1]!.split(',');
        expect(label).toBe(['high', 'low'][classIndex!]);
        for (const { name, text } of differences) expect(text).toBe(name === 'x' ? x : y);
      }
    }
  });

  it('that is not there is told of', async () => {
    const ask = inquirer(await trained(classification));
    await expect(ask('sampleInputs', { split: 'validation', index: 999 })).rejects.toThrow('no sample 999');
  });
});

describe('a picture', () => {
  const header = ['a', 'b', 'c', 'd', 'label'].join();
  const pictures = [header]
    .concat(
      Array.from(
        { length: 20 },
        (_, i) => `${i % 16},${(i * 3) % 16},0,${(i * 7) % 17},${i % 2 ? 'x' : 'y'}`,
      ),
    )
    .join('\n');
  const text =
    'data: {path: data.csv, target: label, image: {width: 2, height: 2}}\ntraining: {epochs: 2, batch_size: 4}\n';

  it('comes out as a file with those pixels', async () => {
    const platform = await trained(text, pictures);
    const ask = inquirer(platform);
    const inputs = { kind: 'image', pixels: [1.5, 0, 16, 7] } as const;
    const { outcome, neighbours } = await ask('tryRow', { inputs, original: null });
    expect(outcome).toEqual(await outcomeOfFile(platform, `${header}\n1.5,0,16,7,x\n`));
    expect(neighbours[0]!.samples[0]!.picture).toMatchObject({ width: 2, height: 2, pixels: { length: 4 } });
  });

  it('of an image file is of bytes, as the file', async () => {
    const platform = projectPlatform();
    const idx = (dims: number[], values: number[]) =>
      Uint8Array.from([0, 0, 8, dims.length, ...dims.flatMap(n => [0, 0, 0, n]), ...values]);
    const images = Array.from({ length: 12 * 4 }, (_, i) => (i * 37) % 256);
    platform.put('/project/images-idx3-ubyte', idx([12, 2, 2], images));
    platform.put(
      '/project/labels-idx1-ubyte',
      idx(
        [12],
        Array.from({ length: 12 }, (_, i) => i % 2),
      ),
    );
    const text =
      'data: {path: images-idx3-ubyte, labels_path: labels-idx1-ubyte, scaling: unit}\ntraining: {epochs: 2, batch_size: 4}\n';
    await train(platform, { text });
    const ask = inquirer(platform);
    expect((await ask('form', null)) as ImageForm).toMatchObject({ kind: 'image', isBytes: true, width: 2 });
    const tried = await ask('tryRow', {
      inputs: { kind: 'image', pixels: [10.4, 300, -3, 200] },
      original: null,
    });
    platform.put('/project/one-images-idx3-ubyte', idx([1, 2, 2], [10, 255, 0, 200]));
    platform.put('/project/one-labels-idx1-ubyte', idx([1], [0]));
    const run = await openStoredRun(platform, folder);
    const part = await readPart(platform, '/project/one-images-idx3-ubyte', run, '/project');
    const evaluation = kernelNamed(run.kernel).evaluate(run.network, run.loss, part);
    expect(tried.outcome).toEqual(outcomeAt(evaluation, 0, 1, run));
  });
});

describe('a text', () => {
  const words = ['ab', 'abb', 'ba', 'baa', 'aab', 'bba', 'abab'].join('\n');
  const text = 'data: {path: words.txt, text: {context: 2}}\ntraining: {epochs: 2, batch_size: 4}\n';
  async function ofWords() {
    const platform = projectPlatform();
    platform.put('/project/words.txt', words);
    await train(platform, { text });
    return platform;
  }

  it('tells what comes next, and what each character was given', async () => {
    const platform = await ofWords();
    const ask = inquirer(platform);
    const { outcome, places } = await ask('tryRow', {
      inputs: { kind: 'text', text: 'bab' },
      original: null,
    });
    expect(outcome).toEqual(await outcomeOfFile(platform, 'bab\n', 'new.txt'));
    expect(places.map(({ character }) => character)).toEqual(['b', 'a', 'b']);
    const first = await ask('tryRow', { inputs: { kind: 'text', text: '' }, original: null });
    if (first.outcome?.kind !== 'class') throw new Error('a token is expected');
    expect(places[0]!.probability).toBeCloseTo(first.outcome.probabilities[2]!, 5);
    expect(places[0]!.likeliest).toBe(first.outcome.predicted);
  });

  it('with a character that the model does not know has no outcome', async () => {
    const ask = inquirer(await ofWords());
    const { outcome, notes } = await ask('tryRow', {
      inputs: { kind: 'text', text: 'axyx' },
      original: null,
    });
    expect(outcome).toBeNull();
    expect(notes).toEqual([{ field: 0, code: 'unknownCharacter', detail: 'x y' }]);
  });

  it('begins, of a sample, with the characters before the one that is predicted', async () => {
    const ask = inquirer(await ofWords());
    const { rows, outcome, lines } = await ask('predictions', { split: 'train' });
    if (outcome.kind !== 'class') throw new Error('a token is expected');
    for (const index of rows.keys()) {
      const { inputs, truth } = await ask('sampleInputs', { split: 'train', index });
      const next = ['·', 'a', 'b'][truth]!;
      const word = words.split('\n')[lines![index]! - 1]!;
      expect(`${word}·`.startsWith((inputs as { text: string }).text + next)).toBe(true);
    }
  });
});
