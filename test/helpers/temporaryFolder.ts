import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** A real folder of its own for each test of the file; call it at the top and take the path inside a test. */
export function temporaryFolder(): () => string {
  let folder = '';
  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'descent-')));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  return () => folder;
}
