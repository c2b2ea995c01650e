import { readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodePlatform } from '../../src/platform/node';
import { temporaryFolder } from '../helpers/temporaryFolder';

const { files } = nodePlatform('/descent');
const folder = temporaryFolder();
const path = (name: string) => join(folder(), name);
const bytes = (text: string) => new TextEncoder().encode(text);

/** Bytes of which the disk takes one half only. */
function tornBytes(): Uint8Array {
  async function* halves() {
    yield 'half';
    throw new Error('ENOSPC');
  }
  return halves() as unknown as Uint8Array;
}

describe('read', () => {
  it('gives bytes whose slices are copies', async () => {
    await writeFile(path('a'), 'abc');
    const read = await files.read(path('a'));
    read.slice().fill(0);
    expect(Object.getPrototypeOf(read)).toBe(Uint8Array.prototype);
    expect(read).toEqual(bytes('abc'));
  });
});

describe('readPart', () => {
  it('gives the bytes from a place on, as many as there are', async () => {
    await writeFile(path('a'), 'abcdef');
    expect(await files.readPart(path('a'), 2, 3)).toEqual(bytes('cde'));
    expect(await files.readPart(path('a'), 4, 9)).toEqual(bytes('ef'));
    expect(await files.readPart(path('a'), 6, 1)).toEqual(bytes(''));
    await expect(files.readPart(path('b'), 0, 1)).rejects.toThrow('ENOENT');
  });
});

describe('writeAtomic', () => {
  it('replaces what was there', async () => {
    await files.writeAtomic(path('a'), bytes('old'));
    await files.writeAtomic(path('a'), bytes('new'));
    expect(await readFile(path('a'), 'utf8')).toBe('new');
    expect(await readdir(folder())).toEqual(['a']);
  });

  it('leaves the old content and no temporary file when the disk gives up half-way', async () => {
    await files.writeAtomic(path('a'), bytes('old'));
    await expect(files.writeAtomic(path('a'), tornBytes())).rejects.toThrow('ENOSPC');
    expect(await readFile(path('a'), 'utf8')).toBe('old');
    expect(await readdir(folder())).toEqual(['a']);
  });

  it('leaves no temporary file when its place is taken by a folder', async () => {
    await files.makeFolder(path('a/b'));
    await expect(files.writeAtomic(path('a'), bytes('new'))).rejects.toThrow();
    expect(await readdir(folder())).toEqual(['a']);
  });

  it('writes one of two whole when both come at once', async () => {
    const long = 'x'.repeat(1e5);
    await Promise.all([
      files.writeAtomic(path('a'), bytes(long)),
      files.writeAtomic(path('a'), bytes('short')),
    ]);
    expect([long, 'short']).toContain(await readFile(path('a'), 'utf8'));
    expect(await readdir(folder())).toEqual(['a']);
  });
});

describe('append', () => {
  it('makes the file and adds to it', async () => {
    await files.append(path('a'), bytes('1\n'));
    await files.append(path('a'), bytes('2\n'));
    expect(await readFile(path('a'), 'utf8')).toBe('1\n2\n');
  });

  it('takes back what could not be written whole', async () => {
    await files.append(path('a'), bytes('1\n'));
    await expect(files.append(path('a'), tornBytes())).rejects.toThrow('ENOSPC');
    expect(await readFile(path('a'), 'utf8')).toBe('1\n');
  });
});

describe('folders', () => {
  it('are claimed by one of those who ask', async () => {
    const claims = await Promise.all([1, 2, 3].map(() => files.claimFolder(path('a'))));
    expect(claims.filter(claimed => claimed)).toHaveLength(1);
    await expect(files.claimFolder(path('no/parent'))).rejects.toThrow();
  });

  it('are listed in order; a missing one, or a file, is empty', async () => {
    for (const name of ['b', 'a', 'c']) await writeFile(path(name), '');
    expect(await files.list(folder())).toEqual(['a', 'b', 'c']);
    expect([await files.list(path('missing')), await files.list(path('a'))]).toEqual([[], []]);
  });

  it('are removed with all they hold; what is not there is fine', async () => {
    await files.makeFolder(path('a/b'));
    await writeFile(path('a/b/c'), '');
    await files.remove(path('a'));
    await files.remove(path('a'));
    expect(await readdir(folder())).toEqual([]);
  });
});

describe('status', () => {
  it('tells files from folders, and from nothing', async () => {
    await writeFile(path('a'), 'abc');
    expect(await files.status(path('a'))).toMatchObject({ sizeBytes: 3, isFolder: false });
    expect(await files.status(folder())).toMatchObject({ isFolder: true });
    expect(await files.status(path('b'))).toBeUndefined();
    expect(await files.status(path('a/b'))).toBeUndefined();
  });

  it('is of what a link leads to', async () => {
    await writeFile(path('a'), 'abc');
    await symlink(path('a'), path('link'));
    expect(await files.status(path('link'))).toMatchObject({ sizeBytes: 3 });
    expect(await files.realPath(path('link'))).toBe(path('a'));
  });
});

it('truncates', async () => {
  await writeFile(path('a'), 'abc');
  await files.truncate(path('a'), 1);
  expect(await readFile(path('a'), 'utf8')).toBe('a');
});
