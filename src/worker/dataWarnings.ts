import type { Configuration } from '../config/configuration';
import type { Finding } from '../config/rules/rule';
import type { Dataset } from '../data/types';

/** Keys that only the data shows to have no effect. */
export function dataWarnings(
  { data }: Configuration,
  { preprocessing: { features } }: Pick<Dataset, 'preprocessing'>,
): Finding[] {
  if (data.text || features.some(({ kind }) => kind !== 'numeric')) return [];
  const written = (['categorical', 'embedding_dim'] as const).filter(name => data[name] !== undefined);
  return written.map(name => ({
    key: `data.${name}`,
    message: `${name} has no effect: none of the columns to learn from holds texts. Remove it.`,
  }));
}
