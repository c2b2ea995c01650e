import { expect, it } from 'vitest';
import { dataFile } from '../../src/runs/dataFile';
import { MemoryPlatform } from '../helpers/memoryPlatform';
import { recordOf } from './support';

const platform = new MemoryPlatform();
const runFolder = '/home/ada/flowers/.descent/runs/a';
const fileOf = (data: Record<string, unknown>, split: 'train' | 'validation' | 'test') =>
  dataFile(
    platform,
    runFolder,
    recordOf({ configuration: { data }, configurationFolder: '../../..' }),
    split,
  );

it('is the file of the split, else that of the data, seen from the configuration', () => {
  const data = { path: 'all.csv', test_path: '../test.csv' };
  expect(fileOf(data, 'validation')).toBe('/home/ada/flowers/all.csv');
  expect(fileOf(data, 'test')).toBe('/home/ada/test.csv');
  expect(fileOf({ path: '/elsewhere/all.csv' }, 'train')).toBe('/elsewhere/all.csv');
});

it('of a built-in data set ships with Descent, and generated points have none', () => {
  expect(fileOf({ builtin: 'iris' }, 'train')).toBe(`${platform.examplesFolder}/iris/iris.csv`);
  expect(fileOf({ generator: 'spiral' }, 'train')).toBeUndefined();
});
