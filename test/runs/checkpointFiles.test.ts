import { expect, it } from 'vitest';
import { checkpointPath, keepCheckpoints, listCheckpoints } from '../../src/runs/checkpointFiles';
import { MemoryPlatform } from '../helpers/memoryPlatform';

const folder = '/run';
const withFiles = (...names: string[]) =>
  new MemoryPlatform(Object.fromEntries(names.map(name => [`${folder}/checkpoints/${name}`, ''])));

it('are listed by number, whatever else lies there', async () => {
  const names = [10, 2, 0].map(epoch => `epoch-${epoch}.safetensors`);
  const others = [
    'epoch-03.safetensors',
    '.epoch-4.safetensors.1.tmp',
    'epoch-5.safetensors.bak',
    'notes.txt',
  ];
  expect(await listCheckpoints(withFiles(...names, ...others), folder)).toEqual([0, 2, 10]);
});

it('are none where there is no folder', async () => {
  expect(await listCheckpoints(new MemoryPlatform(), folder)).toEqual([]);
});

it('go when they are not to be kept; other files stay', async () => {
  const platform = withFiles(
    'epoch-1.safetensors',
    'epoch-2.safetensors',
    'epoch-12.safetensors',
    'notes.txt',
  );
  expect(await keepCheckpoints(platform, folder, epoch => epoch <= 2)).toEqual([1, 2]);
  expect(await listCheckpoints(platform, folder)).toEqual([1, 2]);
  expect(platform.disk.has(`${folder}/checkpoints/notes.txt`)).toBe(true);
  expect(checkpointPath(platform, folder, 2)).toBe('/run/checkpoints/epoch-2.safetensors');
});
