import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const path = {
  type: z.string().min(1),
  defaultRule: 'none; name one of path, builtin and generator',
  meaning:
    'The data file to learn from: CSV or TSV with a header line, images in IDX format, or with `text` a `.txt` file of texts, each also as `.gz`. A relative path starts at the folder of this file.',
  whyDefault:
    'Only you know where your data is; to try Descent without a file, use `builtin` or `generator`.',
  usual: 'A file beside the configuration, so that both can be moved or shared together.',
  suggested: [
    { value: 'data.csv', why: 'a table with one row a sample' },
    { value: 'names.txt', why: 'texts to learn to write, with `text`' },
    { value: 'train-images-idx3-ubyte.gz', why: 'images, with their classes in `labels_path`' },
  ],
  related: ['target', 'features', 'labels_path', 'builtin', 'generator'],
  impact: 'high',
  source: sources.csv,
} satisfies Key;
