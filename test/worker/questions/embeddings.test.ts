import { describe, expect, it } from 'vitest';
import { classification, dataPath, projectPlatform, train } from '../support';
import { inquirer } from './support';

const cities = ['Aachen', 'Bonn', 'Celle', 'Dresden', 'Essen', 'Fulda'];
const table = ['city,x,label']
  .concat(Array.from({ length: 48 }, (_, i) => `${cities[i % 6]},${i},${i % 6 < 3 ? 'west' : 'east'}`))
  .join('\n');
const text = classification.replace(
  'features: [x, y]',
  'features: [city, x]\n  categorical: embedding\n  embedding_dim: 3',
);

async function asking() {
  const platform = projectPlatform();
  platform.put(dataPath, table);
  await train(platform, { text });
  return inquirer(platform);
}
const map = { table: 'embedding of city', seed: 3, nNeighbors: 4 } as const;

describe('a table of embeddings', () => {
  it('is a map of its rows', async () => {
    const ask = await asking();
    const { names, rows, points, shares, nAll } = await ask('projection', { ...map, method: 'pca' });
    expect([names, [...rows], nAll]).toEqual([cities, [0, 1, 2, 3, 4, 5], 6]);
    expect(points).toHaveLength(12);
    expect(shares![0]).toBeGreaterThanOrEqual(shares![1]);
    const umap = await ask('projection', { ...map, method: 'umap' });
    expect(umap.points.every(Number.isFinite)).toBe(true);
    expect(await ask('projection', { ...map, method: 'umap' })).toEqual(umap);
  });

  it('is no map by more neighbours than are found in a moment', async () => {
    const asked = (await asking())('projection', { ...map, method: 'umap', nNeighbors: 51 });
    await expect(asked).rejects.toMatchObject({ code: 'wrong-question' });
  });

  it('tells the neighbours of a row, the most alike first', async () => {
    const ask = await asking();
    const { weights } = await ask('layer', { layer: map.table, order: 'model', search: '' });
    const vector = (row: number) => [...weights.subarray(3 * row, 3 * row + 3)];
    const { name, neighbours } = await ask('neighbours', { table: map.table, row: 1 });
    expect([name, neighbours.length]).toEqual(['Bonn', 5]);
    for (const { row, similarity } of neighbours) {
      const dot = vector(1).reduce((sum, value, i) => sum + value * vector(row)[i]!, 0);
      expect(similarity).toBeCloseTo(dot / Math.hypot(...vector(1)) / Math.hypot(...vector(row)), 5);
    }
    const similarities = neighbours.map(({ similarity }) => similarity);
    expect(similarities).toEqual([...similarities].sort((a, b) => b - a));
    await expect(ask('neighbours', { table: map.table, row: 6 })).rejects.toThrow('no row 6');
  });
});
