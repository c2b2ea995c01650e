import { RecordingSource } from '../data/fingerprint';
import type { Platform } from '../platform/types';
import type { RunRecord } from './record';

type Disk = Pick<Platform, 'files' | 'paths' | 'gunzip' | 'memoryBudgetBytes'>;

/** The files that the configuration names, absolute, in the order in which they are read. */
export function dataFiles(
  { paths }: Pick<Platform, 'paths'>,
  runFolder: string,
  { configuration, configurationFolder }: RunRecord,
): string[] {
  const data = (configuration.data ?? {}) as Readonly<Record<string, unknown>>;
  const folder = paths.resolve(runFolder, configurationFolder);
  return ['path', 'labels_path', 'validation_path', 'test_path']
    .map(key => data[key])
    .filter(path => typeof path === 'string')
    .map(path => paths.resolve(folder, path));
}

/** Whether those files say something else than when the run began. */
export async function isDataChanged(platform: Disk, runFolder: string, record: RunRecord): Promise<boolean> {
  const { files, gunzip, memoryBudgetBytes } = platform;
  const read = async (path: string) => {
    const bytes = await files.read(path);
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzip(bytes, memoryBudgetBytes) : bytes;
  };
  const recorder = new RecordingSource({ read, readExample: read, memoryBudgetBytes });
  for (const path of dataFiles(platform, runFolder, record)) await recorder.read(path);
  return (await recorder.fingerprint()) !== record.data.fingerprint;
}
