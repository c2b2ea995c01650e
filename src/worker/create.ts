import { configurationText } from '../config/create';
import { describeTable } from '../data/describe';
import { readFile } from '../data/read';
import { DataError } from '../data/types';
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
    const table = await readFile({ key: 'data.path', path: file }, source);
    return configurationText(file, describeTable(table, target ?? undefined));
  } catch (error) {
    if (error instanceof DataError) throw new Rejection(error.code, error.message);
    throw error;
  }
}
