import { expect, it } from 'vitest';
import { classification, dataPath, projectPlatform, regression, table, train } from '../support';
import { inquirer } from './support';

const units = ['unit 1', 'unit 2', 'unit 3', 'unit 4'];

it('names rows and columns of each layer', async () => {
  const platform = projectPlatform();
  await train(platform);
  const { layers } = await inquirer(platform)('weights', null);
  expect(layers).toMatchObject([
    { name: 'hidden 1', activation: 'relu', inputNames: ['x', 'y'], outputNames: units },
    { name: 'output', activation: 'softmax', inputNames: units, outputNames: ['high', 'low'] },
  ]);
});

it.each([
  ['a quantity', regression, 'linear', ['sum']],
  ['one output for two classes', `${classification}  loss: binary_cross_entropy\n`, 'sigmoid', ['low']],
])('of %s knows the one output', async (_, text, activation, outputNames) => {
  const platform = projectPlatform();
  await train(platform, { text });
  const { layers } = await inquirer(platform)('weights', null);
  expect(layers.at(-1)).toMatchObject({ activation, outputNames });
  expect(layers.at(-1)!.weights).toHaveLength(4);
});

it('shows tables of embeddings by category, and the first weights in the order of their rows', async () => {
  const platform = projectPlatform();
  const rows = table.split('\n').map((line, i) => `${['p', 'q', 'r'][i % 3]},${line}`);
  platform.put(dataPath, ['place,x,y,sum,label', ...rows.slice(1)].join('\n'));
  const text = classification.replace('[x, y]', '[place, x]\n  embedding_dim: 2');
  await train(platform, { text, overrides: ['data.categorical=embedding'] });
  const { tables, layers } = await inquirer(platform)('weights', null);
  expect(tables).toMatchObject([
    { name: 'embedding of place', inputNames: ['p', 'q', 'r'], outputNames: ['place[0]', 'place[1]'] },
  ]);
  expect(layers).toMatchObject([
    { name: 'hidden 1', inputNames: ['x', 'place[0]', 'place[1]'] },
    { name: 'output' },
  ]);
  expect([...tables, ...layers].map(({ weights, biases }) => [weights.length, biases.length])).toEqual([
    [6, 0],
    [12, 4],
    [8, 2],
  ]);
});
