import { describe, expect, it } from 'vitest';
import { readRecord } from '../../src/runs/runFolder';
import { openStoredRun } from '../../src/worker/storedRun';
import { folder, projectPlatform, train } from './support';

/** A finished run in whose record another program has put a value, or taken one away with undefined. */
async function changedRun(place: string, value: unknown) {
  const platform = projectPlatform();
  await train(platform);
  const path = `${folder}/run.json`;
  const record: Record<string, unknown> = JSON.parse(platform.text(path));
  const names = place.split('.');
  let inner = record;
  for (const name of names.slice(0, -1)) inner = inner[name] as Record<string, unknown>;
  inner[names.at(-1)!] = value;
  platform.put(path, JSON.stringify(record));
  return openStoredRun(platform, folder);
}

it('what this program wrote is read back as it was', async () => {
  const platform = projectPlatform();
  await train(platform);
  const { configuration, preprocessing } = await openStoredRun(platform, folder);
  expect(await readRecord(platform, folder)).toMatchObject({ configuration, preprocessing });
  expect(configuration.model).toMatchObject({ hidden_sizes: [4], activation: ['relu'] });
});

describe('a record that cannot be right', () => {
  it.each([
    ['configuration.model', undefined, undefined],
    ['configuration.model.hidden_sizes.0', -1, undefined],
    ['configuration.model.activation', [], undefined],
    ['configuration.model.dropout', [0.5, 0.5], undefined],
    ['configuration.model.normalization', 'group_norm', undefined],
    ['configuration.training.seed', undefined, undefined],
    ['configuration.data.missing', 'ignore', undefined],
    ['preprocessing.features', {}, undefined],
    ['preprocessing.features.0.scale', 0, undefined],
    ['preprocessing.inputNames', ['x'], undefined],
    ['preprocessing.task', 'regression', 'preprocessing.target.kind'],
    ['preprocessing.image', { width: 28, height: 28 }, undefined],
    ['preprocessing', 5, undefined],
    ['task', 'regression', undefined],
    ['classNames', [], undefined],
    ['classNames', ['low', 'high'], undefined],
  ])('is refused at %s, in a line for a person', async (place, value, key = place) => {
    await expect(changedRun(place, value)).rejects.toMatchObject({
      code: 'damaged-run',
      message: expect.stringMatching(new RegExp(`^${folder}/run\\.json has no valid ${key}: .+\\.$`)),
    });
  });
});

it.each([
  ['is cut off', '{"formatVersion": 1,'],
  ['is empty', ''],
  ['is no object', 'null'],
  ['counts half a sample', /"nValidation": \d+/, '"nValidation": 1.5'],
  ['has rows in no epoch', /"sampleLossStride": \d+/, '"sampleLossStride": 0'],
])('a record that %s is refused by its name', async (_, text, replacement = '') => {
  const platform = projectPlatform();
  await train(platform);
  const path = `${folder}/run.json`;
  platform.put(path, typeof text === 'string' ? text : platform.text(path).replace(text, replacement));
  await expect(openStoredRun(platform, folder)).rejects.toMatchObject({
    code: 'damaged-run',
    message: expect.stringMatching(new RegExp(`^${folder}/run\\.json cannot be read: .+\\.$`)),
  });
});

it('a mapping of more inputs than it names is refused before they are counted one by one', async () => {
  const target = { kind: 'classes', name: 'label', classes: ['high', 'low'] };
  const feature = { kind: 'embedding', name: 'colour', categories: ['red'], fill: null, width: 1e15 };
  const stored = { task: 'classification', target, features: [feature], inputNames: ['x'], image: null };
  await expect(changedRun('preprocessing', stored)).rejects.toThrow('one name for each input is expected');
});

it('an image of categories is refused', async () => {
  const target = { kind: 'classes', name: 'label', classes: ['high', 'low'] };
  const feature = { kind: 'one_hot', name: 'colour', categories: ['red'], fill: null };
  const stored = { task: 'classification', target, features: [feature], inputNames: ['colour=red'] };
  await expect(changedRun('preprocessing', { ...stored, image: { width: 1, height: 1 } })).rejects.toThrow(
    'preprocessing.image: only numbers are pixels',
  );
});

it('a loss that does not suit the classes is refused in words', async () => {
  await expect(changedRun('configuration.training.loss', 'mse')).rejects.toMatchObject({
    code: 'wrong-loss',
    message: expect.stringContaining(
      'The loss mse does not suit the target "label", which is one of 2 classes.',
    ),
  });
});

it('a mapping with its inputs in the order of an earlier version is refused, with what to do', async () => {
  const features = [
    { kind: 'one_hot', name: 'colour', categories: ['red'], fill: null },
    { kind: 'numeric', name: 'x', shift: 0, scale: 1, fill: null, mean: 0, std: 1, max: 1 },
  ];
  const target = { kind: 'classes', name: 'label', classes: ['high', 'low'] };
  const stored = { task: 'classification', target, features, image: null };
  const inputNames = ['colour=red', 'x'];
  await expect(changedRun('preprocessing', { ...stored, inputNames })).rejects.toMatchObject({
    code: 'damaged-run',
    message: expect.stringMatching(/inputNames: numbers are expected first.*train again\.$/),
  });
  const inOrder = { ...stored, inputNames: inputNames.toReversed() };
  expect((await changedRun('preprocessing', inOrder)).preprocessing).toEqual(inOrder);
});

it('a model that memory does not hold is refused with the figure, before it is made', async () => {
  await expect(changedRun('configuration.model.hidden_sizes', [3e9])).rejects.toMatchObject({
    code: 'too-large',
    message: expect.stringMatching(
      /^A model of 15,000,000,002 parameters needs 9\d{3}\.\d GB of memory; 1\.0/,
    ),
  });
});
