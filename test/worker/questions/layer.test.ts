import { describe, expect, it } from 'vitest';
import { classification, paramsOf, projectPlatform, train } from '../support';
import { inquirer } from './support';

async function asking(text = classification, files: Record<string, string> = {}) {
  const platform = projectPlatform();
  for (const [path, content] of Object.entries(files)) platform.put(path, content);
  await train(platform, { ...paramsOf({ text }), overrides: ['training.epochs=1'] });
  return inquirer(platform);
}
const all = { order: 'model', search: '' } as const;

/** A column of 2,500 names, each of them twice. */
const manyNames = ['who,label']
  .concat(Array.from({ length: 5000 }, (_, i) => `name ${i % 2500},${i % 2 ? 'low' : 'high'}`))
  .join('\n');
const withNames = classification.replace('features: [x, y]', 'features: [who]\n  validation_fraction: 0.01');

describe('the layers', () => {
  it('are told by name, with shapes and parameters', async () => {
    const ask = await asking();
    const { layers, image } = await ask('layers', null);
    expect(layers.map(({ norm, ...rest }) => rest)).toEqual([
      { name: 'hidden 1', kind: 'layer', activation: 'relu', nRows: 2, nColumns: 4, nParameters: 12 },
      { name: 'output', kind: 'layer', activation: 'softmax', nRows: 4, nColumns: 2, nParameters: 10 },
    ]);
    const { weights } = await ask('layer', { layer: 'output', ...all });
    expect(layers[1]!.norm).toBeCloseTo(Math.hypot(...weights), 5);
    expect(image).toBeNull();
  });

  it('have the names of features and classes, and all that is learned a unit', async () => {
    const text = classification.replace('[4]', '[4]\n  normalization: batch_norm');
    const ask = await asking(text);
    const hidden = await ask('layer', { layer: 'hidden 1', ...all });
    expect(hidden.rows.names).toEqual(['x', 'y']);
    expect(hidden.columns.names).toEqual(['unit 1', 'unit 2', 'unit 3', 'unit 4']);
    expect(hidden.vectors.map(({ name, values }) => [name, values.length])).toEqual([
      ['bias', 4],
      ['gain', 4],
      ['shift', 4],
    ]);
    const output = await ask('layer', { layer: 'output', ...all });
    expect(output.columns.names).toEqual(['high', 'low']);
    const { weights, vectors, limit, largest } = output;
    expect(limit).toBe(Math.max(...[...weights, ...vectors[0]!.values].map(Math.abs)));
    expect(Math.abs(largest[0]!.value)).toBe(Math.max(...weights.map(Math.abs)));
  });

  it('with very many rows show the longest, and any that is asked for by name', async () => {
    const ask = await asking(withNames, { '/project/data.csv': manyNames });
    const { rows, columns, weights } = await ask('layer', { layer: 'hidden 1', ...all });
    expect([rows.names.length, rows.nFound, rows.nAll]).toEqual([2000, 2500, 2500]);
    expect(weights).toHaveLength(2000 * columns.names.length);
    const found = await ask('layer', { layer: 'hidden 1', order: 'name', search: 'NAME 249' });
    expect(found.rows.nFound).toBe(11);
    expect(found.rows.names.slice(0, 2)).toEqual(['who=name 249', 'who=name 2490']);
    const longest = await ask('layer', { layer: 'hidden 1', order: 'norm', search: '' });
    const { norms } = longest.rows;
    expect([...norms]).toEqual([...norms].sort((a, b) => b - a));
  });

  it('that a model does not have are refused', async () => {
    const ask = await asking();
    await expect(ask('layer', { layer: 'hidden 9', ...all })).rejects.toThrow('no layer "hidden 9"');
    await expect(ask('unitImages', null)).rejects.toThrow('no image');
    await expect(
      ask('projection', { table: 'output', method: 'pca', seed: 0, nNeighbors: 5 }),
    ).rejects.toThrow('no table');
  });
});
