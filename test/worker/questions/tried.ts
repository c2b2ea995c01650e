import type { MemoryPlatform } from '../../helpers/memoryPlatform';
import { dataPath, projectPlatform, table, train } from '../support';

/** A table with a category, with and without missing cells. */
export const mixedTable = ['size,colour,kind']
  .concat(
    Array.from({ length: 30 }, (_, i) => {
      const colour = ['red', 'green', 'blue'][i % 3];
      return `${i % 7 === 3 ? '' : (i * 5) % 17},${i % 11 === 5 ? '' : colour},${i % 3 === 0 ? 'a' : 'b'}`;
    }),
  )
  .join('\n');
export const mixed =
  'data: {path: data.csv, target: kind, missing: impute}\nmodel: {hidden_sizes: [5]}\ntraining: {epochs: 3, batch_size: 4}\n';

export async function trained(text: string, data = table, overrides: string[] = []): Promise<MemoryPlatform> {
  const platform = projectPlatform();
  platform.put(dataPath, data);
  await train(platform, { text, overrides });
  return platform;
}
