import type { Split } from '../data/types';
import type { Platform } from '../platform/types';
import type { RunRecord } from './record';

/** Absolute path of the file that holds the samples of a split; undefined for generated ones. */
export function dataFile(
  { paths, examplesFolder }: Pick<Platform, 'paths' | 'examplesFolder'>,
  runFolder: string,
  { configuration, configurationFolder }: RunRecord,
  split: Split,
): string | undefined {
  const data = (configuration.data ?? {}) as Readonly<Record<string, unknown>>;
  const own = split === 'train' ? undefined : data[`${split}_path`];
  const path = own ?? data.path;
  if (typeof path === 'string') return paths.resolve(paths.resolve(runFolder, configurationFolder), path);
  const { builtin } = data;
  return typeof builtin === 'string' ? paths.join(examplesFolder, builtin, `${builtin}.csv`) : undefined;
}
