import { expect, it } from 'vitest';
import type { MemoryPlatform } from '../../helpers/memoryPlatform';
import { classification, dataPath, projectPlatform, table, train } from '../support';
import { inquirer } from './support';

const lines = table.split('\n');

/** Lines of the samples that a search finds. */
async function found(platform: MemoryPlatform, text: string) {
  const ask = inquirer(platform);
  const split = 'train';
  const { rows } = await ask('predictions', { split });
  const { indices } = await ask('searchSamples', { split, text });
  return Array.from(indices, index => lines[rows[index]! + 1]!);
}

async function trained() {
  const platform = projectPlatform();
  await train(platform, { overrides: ['data.validation_fraction=0'] });
  return platform;
}

it('finds texts in any case, and all with nothing but blanks', async () => {
  const platform = await trained();
  expect(await found(platform, ' HIG ')).toEqual(lines.slice(1).filter(line => line.endsWith('high')));
  expect(await found(platform, '  ')).toHaveLength(24);
});

it('finds numbers as they are shown, in columns that the model does not use too', async () => {
  // The sum is no feature. 22 is also the number of a line.
  const hits = await found(await trained(), '22');
  expect(hits).toEqual(
    lines.filter((line, i) => line.split(',').some(cell => cell.includes('22')) || i + 1 === 22),
  );
});

it('finds the characters of a text in all of its samples', async () => {
  const platform = projectPlatform();
  platform.put('/project/words.txt', ['ab', 'cab', 'ba'].join('\n'));
  const text = 'data: {path: words.txt, text: {context: 2}, validation_fraction: 0}\ntraining: {epochs: 1}\n';
  await train(platform, { text });
  const ask = inquirer(platform);
  const { indices } = await ask('searchSamples', { split: 'train', text: 'AB' });
  // "ab" and its end, then "cab" and its end.
  expect([...indices]).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

it('of an image searches the label and not the pixels', async () => {
  const platform = projectPlatform();
  platform.put(
    dataPath,
    ['a,b,label', ...Array.from({ length: 24 }, (_, i) => `${i % 5},77,${i % 2 ? 'odd' : 'even'}`)].join(
      '\n',
    ),
  );
  const text = classification.replace('features: [x, y]', 'image: {width: 2, height: 1}');
  await train(platform, { text, overrides: ['data.validation_fraction=0'] });
  const search = (sought: string) => inquirer(platform)('searchSamples', { split: 'train', text: sought });
  expect((await search('77')).indices).toHaveLength(0);
  expect((await search('odd')).indices).toHaveLength(12);
});
