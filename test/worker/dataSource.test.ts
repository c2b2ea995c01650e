import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { nodePlatform } from '../../src/platform/node';
import { dataSource } from '../../src/worker/dataSource';
import { MemoryPlatform } from '../helpers/memoryPlatform';
import { temporaryFolder } from '../helpers/temporaryFolder';

const folder = temporaryFolder();
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** A workspace with a configuration's folder in it, and a secret beside it. */
async function workspace() {
  const root = join(folder(), 'workspace');
  await mkdir(join(root, 'models'), { recursive: true });
  await writeFile(join(root, 'data.csv'), 'data');
  await writeFile(join(folder(), 'secret.csv'), 'secret');
  const source = (allowed: string | null) =>
    dataSource(nodePlatform('/descent'), join(root, 'models'), allowed, { path: 'data.csv' });
  return { root, confined: source(root), free: source(null) };
}

describe('files of the workspace', () => {
  it('are read from where the configuration lies, also above it', async () => {
    const { root, confined } = await workspace();
    expect(text(await confined.read('../data.csv'))).toBe('data');
    expect(text(await confined.read(join(root, 'data.csv')))).toBe('data');
  });

  it('may be links to one another', async () => {
    const { root, confined } = await workspace();
    await symlink('../data.csv', join(root, 'models/link.csv'));
    expect(text(await confined.read('link.csv'))).toBe('data');
  });
});

describe('files outside', () => {
  it.each(['../../secret.csv', 'link.csv', 'folder/secret.csv'])(
    'are refused by the way of %s',
    async path => {
      const { root, confined, free } = await workspace();
      await symlink('../../secret.csv', join(root, 'models/link.csv'));
      await symlink('../..', join(root, 'models/folder'));
      await expect(confined.read(path)).rejects.toMatchObject({ code: 'data-outside', key: 'data.path' });
      expect(text(await free.read(path))).toBe('secret');
    },
  );
});

it('a device is refused, which may have no end', async () => {
  const { free } = await workspace();
  await expect(free.read('/dev/null')).rejects.toMatchObject({
    code: 'data-unreadable',
    message: '/dev/null cannot be read: it is no regular file',
  });
});

describe('what is no file of this machine', () => {
  it.each([
    'http://a.org/x.csv',
    'HTTPS://a.org/x.csv',
    's3://a/x',
    '\\\\server\\share\\x.csv',
    '//server/x.csv',
    'x\0.csv',
  ])('%s is refused before it is looked for', async path => {
    const platform = new MemoryPlatform();
    const read = dataSource(platform, '/project', null, { path }).read(path);
    await expect(read).rejects.toMatchObject({ code: 'data-not-local', key: 'data.path' });
    expect(platform.nOperations).toBe(0);
  });
});

describe('a file that cannot be used', () => {
  const platform = () => new MemoryPlatform({ '/project/folder/x': '', '/project/a.csv': 'x,y\n1,2' });
  const read = (on: MemoryPlatform, path: string) =>
    dataSource(on, '/project', null, { path: 'other.csv', test_path: path }).read(path);

  it.each([
    ['missing.csv', 'data-missing', 'There is no file missing.csv in /project.'],
    ['folder', 'data-folder', 'folder is a folder; name the data file in it.'],
  ])('%s is refused at the key that names it', async (path, code, message) => {
    await expect(read(platform(), path)).rejects.toMatchObject({ code, key: 'data.test_path', message });
  });

  it('is refused when it is larger than memory allows, before it is read', async () => {
    const small = Object.assign(platform(), { memoryBudgetBytes: 5 });
    await expect(read(small, 'a.csv')).rejects.toMatchObject({ code: 'too-large' });
    expect(small.nOperations).toBe(1);
  });

  it('is refused with the reason when the system does not give it', async () => {
    const broken = platform();
    broken.failsAt = n => n === 2;
    await expect(read(broken, 'a.csv')).rejects.toMatchObject({
      code: 'data-unreadable',
      key: 'data.test_path',
      message: expect.stringContaining('no space left'),
    });
  });
});

describe('gzip', () => {
  const packed = (bytes: Uint8Array) => {
    const platform = Object.assign(new MemoryPlatform(), { memoryBudgetBytes: 6e7 });
    platform.put('/project/a.csv', bytes);
    return dataSource(platform, '/project', null, {}).read('a.csv');
  };

  it('is unpacked, whatever the file is called', async () => {
    expect(text(await packed(gzipSync('data')))).toBe('data');
  });

  it.each([
    ['unpacks to more than memory allows', gzipSync(new Uint8Array(7e7))],
    ['is cut off', gzipSync('data').subarray(0, -4)],
  ])('that %s is refused', async (_, bytes) => {
    const message = 'a.csv is not a whole gzip file, or unpacks to more than 0.1 GB.';
    await expect(packed(bytes)).rejects.toMatchObject({ code: 'data-gzip', message });
  });
});
