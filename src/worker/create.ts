import { configurationText, textConfiguration } from '../config/create';
import { describeTable } from '../data/describe';
import { readFile, readTextFile } from '../data/read';
import { DataError, type DataSource } from '../data/types';
import { isPlainText } from '../fileFormats';
import type { Platform } from '../platform/types';
import type { TrainerRequests } from '../protocol';
import { dataSource } from './dataSource';
import { Rejection } from './rejection';

/** Writes a configuration for a data file, which it names as seen from the folder that it will lie in. */
export async function create(
  platform: Platform,
  { dataPath, target, configurationFolder }: TrainerRequests['create']['params'],
) {
  const { paths } = platform;
  // YAML is read on every system, so its paths have slashes.
  const file = paths.relative(configurationFolder, dataPath).replaceAll('\\', '/');
  const source = dataSource(platform, configurationFolder, null, { path: file });
  try {
    const origin = { key: 'data.path', path: file } as const;
    if (target === null && isPlainText(file) && !(await isTable(file, source)))
      return textConfiguration(file, (await readTextFile(origin, source)).nRows);
    const table = await readFile(origin, source);
    return configurationText(file, describeTable(table, target ?? undefined));
  } catch (error) {
    if (error instanceof DataError) throw new Rejection(error.code, error.message);
    throw error;
  }
}

/** A text file is a table where its first line has more than one cell. */
async function isTable(file: string, source: DataSource): Promise<boolean> {
  const [firstLine = ''] = new TextDecoder().decode(await source.read(file)).split('\n', 1);
  return /[,;\t]/.test(firstLine);
}
