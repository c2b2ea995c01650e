import { expect, it } from 'vitest';
import { folder, projectPlatform, regression, train } from '../support';
import { encodeLosses, inquirer } from './support';

const ofValidation = { split: 'validation' } as const;

it('labels are suspected where the course of the samples is known', async () => {
  const platform = projectPlatform();
  await train(platform, { overrides: ['training.epochs=6'] });
  const ask = inquirer(platform);
  const names = async (split: 'train' | 'validation') => (await ask('predictions', { split })).tagNames;
  const always = ['confidently wrong', 'ambiguous', 'systematic'];
  expect(await names('validation')).toEqual([...always, 'label suspect']);
  expect(await names('train')).toEqual(always);
});

it('a sample that was never learned, and is predicted otherwise, is tagged at its place', async () => {
  const platform = projectPlatform();
  await train(platform, { overrides: ['training.epochs=6'] });
  const ask = inquirer(platform);
  // The second class whatever the inputs are: samples of the first are wrong.
  const edits = [{ layer: 1, input: null, output: 1, value: 1000 }];
  const { outcome } = await ask('predictions', ofValidation, { edits });
  if (outcome.kind !== 'class') throw new Error('classes are expected');
  const wrong = outcome.trueClass.indexOf(0);
  const course = Array.from(outcome.trueClass, (_, i) => (i === wrong ? 5 : 0.1));
  platform.put(`${folder}/sample-losses.f32`, encodeLosses(Array.from({ length: 6 }, () => course)));
  const { tags, tagNames } = await ask('predictions', ofValidation, { edits });
  const suspect = 1 << tagNames.indexOf('label suspect');
  expect(Array.from(tags, mask => (mask & suspect) !== 0)).toEqual(course.map(loss => loss === 5));
});

it('samples of a quantity have no tags', async () => {
  const platform = projectPlatform();
  await train(platform, { text: regression });
  const { tags, tagNames } = await inquirer(platform)('predictions', ofValidation);
  expect({ tags, tagNames }).toEqual({ tags: new Uint8Array(5), tagNames: [] });
});

it('the next character of a text is no label that anybody could have got wrong', async () => {
  const platform = projectPlatform();
  platform.put('/project/words.txt', ['ab', 'abb', 'ba', 'baa', 'aab', 'bba'].join('\n'));
  const text =
    'data: {path: words.txt, text: {context: 2}, validation_fraction: 0.4}\ntraining: {epochs: 6}\n';
  await train(platform, { text });
  const { tagNames } = await inquirer(platform)('predictions', ofValidation);
  expect(tagNames).not.toContain('label suspect');
});
