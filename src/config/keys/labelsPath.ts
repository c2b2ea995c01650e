import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const labelsPath = {
  type: z.string().min(1),
  defaultRule: 'none; required for images in IDX format',
  meaning: 'The IDX file with one class a picture, in the order of the pictures in `path`.',
  whyDefault: 'IDX keeps pictures and classes in two files, and the names follow no fixed rule.',
  usual: 'The file whose name says `labels` beside the one that says `images`.',
  suggested: [{ value: 'train-labels-idx1-ubyte.gz', why: 'belongs to `train-images-idx3-ubyte.gz`' }],
  related: ['path'],
  impact: 'high',
  source: sources.mnist,
} satisfies Key;
