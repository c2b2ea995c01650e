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

it('of embedded inputs has the first weights in the order of their rows', async () => {
  const platform = projectPlatform();
  const rows = table.split('\n').map((line, i) => `${['p', 'q', 'r'][i % 3]},${line}`);
  platform.put(dataPath, ['place,x,y,sum,label', ...rows.slice(1)].join('\n'));
  const text = classification.replace('[x, y]', '[place, x]\n  embedding_dim: 2');
  await train(platform, { text, overrides: ['data.categorical=embedding'] });
  const { layers } = await inquirer(platform)('weights', null);
  expect(layers).toMatchObject([
    { name: 'hidden 1', inputNames: ['x', 'place[0]', 'place[1]'] },
    { name: 'output' },
  ]);
  expect(layers.map(({ weights, biases }) => [weights.length, biases.length])).toEqual([
    [12, 4],
    [8, 2],
  ]);
});

it.each([
  ['a layer of 16 units', '[16]', null],
  ['a layer of more', '[4, 17, 40]', { name: 'hidden 2', n: 17 }],
])('are all there with %s', async (_, sizes, tooWide) => {
  const platform = projectPlatform();
  await train(platform, { text: classification.replace('[4]', sizes) });
  const answer = await inquirer(platform)('weights', null);
  expect(answer.tooWide).toEqual(tooWide);
  expect(answer.layers).toHaveLength(tooWide ? 0 : 2);
});

it('of more inputs than are drawn stay where they are', async () => {
  const platform = projectPlatform();
  const names = Array.from({ length: 17 }, (_, i) => `x${i}`);
  const rows = Array.from({ length: 20 }, (_, i) => [...names.map((_, k) => i * k), i % 2].join(','));
  platform.put(dataPath, [[...names, 'label'].join(','), ...rows].join('\n'));
  await train(platform, { text: classification.replace('  features: [x, y]\n', '') });
  const answer = await inquirer(platform)('weights', null);
  expect(answer).toMatchObject({ tooWide: { name: 'inputs', n: 17 }, layers: [] });
});
