import { gigabytes, tooLarge } from '../data/memory';
import { DataError, type DataOptions, type DataSource } from '../data/types';
import type { Platform } from '../platform/types';

/** More than this from one file would not be trained on, but is what a gzip bomb unpacks to. */
const maxUnpackedBytes = 2 ** 31;

/** The keys that name a file. */
type NamedFiles = Partial<Pick<DataOptions, 'path' | 'labels_path' | 'validation_path' | 'test_path'>>;
type DataKey = 'data.path' | 'data.labels_path' | 'data.validation_path' | 'data.test_path';

/**
 * Reads the files that a configuration names: relative to its folder, inside `allowedFolder` where one is given,
 * unpacked where they are gzip. Every failure is a DataError at the key that names the file.
 */
export function dataSource(
  platform: Platform,
  configurationFolder: string,
  allowedFolder: string | null,
  options: NamedFiles,
): DataSource {
  const { files, paths } = platform;

  async function read(path: string): Promise<Uint8Array> {
    const refuse = (code: string, message: string) =>
      new DataError(code, keyOf(options, path), message, { path });
    if (/^[a-z][a-z0-9+.-]+:\/\/|^\\\\|^\/\/|\0/i.test(path))
      throw refuse('data-not-local', `${path} is not a file on this machine. Download it and give its path.`);
    const file = paths.resolve(configurationFolder, path);
    const status = await files.status(file);
    if (!status) throw refuse('data-missing', `There is no file ${path} in ${configurationFolder}.`);
    if (status.isFolder) throw refuse('data-folder', `${path} is a folder; name the data file in it.`);
    if (allowedFolder && !(await isAllowed(file, allowedFolder)))
      throw refuse(
        'data-outside',
        `${path} lies outside the workspace folder. Move it there, or turn on the setting "Descent: Allow Data Outside Workspace".`,
      );
    const { memoryBudgetBytes } = platform;
    if (status.sizeBytes > memoryBudgetBytes) {
      const key = keyOf(options, path);
      throw tooLarge(key, `${path} needs`, status.sizeBytes, memoryBudgetBytes, 'Use fewer rows.', { path });
    }
    const bytes = await files.read(file).catch((error: Error) => {
      throw refuse('data-unreadable', `${path} cannot be read: ${error.message}`);
    });
    return unpacked(bytes, path, refuse);
  }

  /** With every link followed on both sides: a link inside the folder may lead out of it. */
  const isAllowed = async (file: string, folder: string) =>
    paths.isInside(await files.realPath(folder), await files.realPath(file));

  function unpacked(bytes: Uint8Array, path: string, refuse: (code: string, message: string) => DataError) {
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    if (!isGzip) return bytes;
    const cap = Math.min(maxUnpackedBytes, platform.memoryBudgetBytes);
    try {
      return platform.gunzip(bytes, cap);
    } catch {
      throw refuse(
        'data-gzip',
        `${path} is not a whole gzip file, or unpacks to more than ${gigabytes(cap)}.`,
      );
    }
  }

  return {
    read,
    memoryBudgetBytes: platform.memoryBudgetBytes,
    readExample: path => files.read(paths.join(platform.examplesFolder, path)),
  };
}

function keyOf(options: NamedFiles, path: string): DataKey {
  if (options.labels_path === path) return 'data.labels_path';
  if (options.validation_path === path) return 'data.validation_path';
  return options.test_path === path ? 'data.test_path' : 'data.path';
}
