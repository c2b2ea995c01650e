import { describe, expect, it } from 'vitest';
import { prepare } from '../../src/worker/prepare';
import { idxBytes } from '../data/support';
import { classification, configurationPath, dataPath, prepared, projectPlatform } from './support';

it('images take a byte a pixel, as they are and as they are trained on', async () => {
  const nImages = 20_000;
  const nPixels = nImages * 100;
  const platform = Object.assign(projectPlatform(), { memoryBudgetBytes: 3.5 * nPixels });
  platform.put('/project/a-images-idx3-ubyte', idxBytes([nImages, 10, 10], new Uint8Array(nPixels)));
  platform.put(
    '/project/a-labels-idx1-ubyte',
    idxBytes(
      [nImages],
      Array.from({ length: nImages }, (_, i) => i % 2),
    ),
  );
  const data = 'data: {path: a-images-idx3-ubyte, labels_path: a-labels-idx1-ubyte}';
  const text = `${data}\nmodel: {hidden_sizes: []}\n`;
  const { problems } = await prepare(platform, { path: configurationPath, text, allowedFolder: null });
  expect(problems).toEqual([]);
});

describe('what memory does not hold is refused:', () => {
  it('a model, with what it would need, before anything is allocated', async () => {
    const huge = classification.replace('[4]', '[31622, 31622]');
    const { problems, underlined } = await prepared(huge);
    expect(problems).toMatchObject([{ code: 'too-large', severity: 'error' }]);
    expect(problems[0]!.message).toContain('Training 1,000,140,618 parameters on batches of 4 needs 24.0 GB');
    expect(problems[0]!.message).toContain('1.0 GB are allowed');
    expect(underlined).toEqual(['[31622, 31622]']);
  });

  it('tables of embeddings, where they are the larger part of a model', async () => {
    const platform = Object.assign(projectPlatform(), { memoryBudgetBytes: 1e6 });
    const rows = Array.from({ length: 500 }, (_, i) => `colour ${i % 200},${i % 2}`);
    platform.put(dataPath, ['colour,label', ...rows].join('\n'));
    const text =
      'data: {path: data.csv, target: label, categorical: embedding, embedding_dim: 2000}\nmodel: {hidden_sizes: [2]}\ntraining: {batch_size: 4}\n';
    const { problems } = await prepare(platform, { path: configurationPath, text, allowedFolder: null });
    expect(problems).toMatchObject([{ code: 'too-large', key: 'data.embedding_dim' }]);
    expect(problems[0]!.message).toContain('Lower embedding_dim');
  });

  it('a batch beside the model', async () => {
    const huge = classification.replace('[4]', '[5000000]').replace('batch_size: 4', 'batch_size: 19');
    const { problems } = await prepared(huge);
    expect(problems).toMatchObject([{ code: 'too-large', key: 'training.batch_size' }]);
    // 25 million parameters, six times, and three arrays of 5,000,002 units for each of 19 rows, 4 bytes each.
    expect(problems[0]!.message).toContain('needs 1.7 GB of memory; 1.0 GB are allowed');
    expect(problems[0]!.message).toContain('Use smaller batches or layers.');
  });

  it('outputs of the validation part beside the rest', async () => {
    // 300 classes, and a validation part of 900 rows: their outputs take a megabyte.
    const rows = Array.from({ length: 900 }, (_, i) => `${i % 7},class ${i % 300}`);
    const platform = Object.assign(projectPlatform(), { memoryBudgetBytes: 1e6 });
    for (const name of ['data', 'validation'])
      platform.put(`/project/${name}.csv`, ['x,label', ...rows].join('\n'));
    const text = (data: string) =>
      `data: {path: data.csv, target: label, task: classification${data}}\nmodel: {hidden_sizes: []}\ntraining: {batch_size: 4}\n`;
    const problemsOf = async (data: string) => {
      const source = { path: configurationPath, text: text(data), allowedFolder: null };
      return (await prepare(platform, source)).problems;
    };
    expect(await problemsOf(', validation_fraction: 0')).toEqual([]);
    expect(await problemsOf(', validation_path: validation.csv')).toMatchObject([
      { code: 'too-large', key: 'data' },
    ]);
  });

  it('inputs of a batch beside the data that they are copied from', async () => {
    // The table, the samples and what the kernels have of them take 1.6 MB, a batch of all 0.4 MB.
    const platform = Object.assign(projectPlatform(), { memoryBudgetBytes: 1.9e6 });
    const cells = Array.from({ length: 200 }, (_, i) => i);
    const rows = Array.from({ length: 500 }, (_, n) => [...cells.map(i => (i * n) % 7), n % 2].join(','));
    platform.put(dataPath, [[...cells.map(i => `x${i}`), 'label'].join(','), ...rows].join('\n'));
    const problemsOf = async (size: number) => {
      const data = 'data: {path: data.csv, target: label, task: classification, validation_fraction: 0}';
      const text = `${data}\nmodel: {hidden_sizes: []}\ntraining: {batch_size: ${size}}\n`;
      return (await prepare(platform, { path: configurationPath, text, allowedFolder: null })).problems;
    };
    expect(await problemsOf(10)).toEqual([]);
    expect(await problemsOf(500)).toMatchObject([{ code: 'too-large' }]);
  });

  it('data beside the rest', async () => {
    const platform = Object.assign(projectPlatform(), { memoryBudgetBytes: 1500 });
    const { problems } = await prepare(platform, {
      ...{ path: configurationPath, text: classification.replace('[4]', '[1]'), allowedFolder: null },
    });
    expect(problems).toMatchObject([{ code: 'too-large', key: 'data' }]);
    expect(problems[0]!.message).toContain('Use fewer rows or features.');
  });
});
