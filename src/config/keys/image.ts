import { z } from 'zod';
import type { Key } from './key';
import { sources } from './sources';

export const image = {
  type: z.strictObject({ width: z.int().min(1), height: z.int().min(1) }),
  defaultRule: 'known for digits and IDX files; else the samples are shown as tables',
  meaning:
    'Says that the columns are pixels, row by row from the top left, so that samples and weights are drawn as pictures. Training does not change.',
  whyDefault: 'A table does not say that its columns are pixels.',
  usual: 'width × height equals the number of feature columns.',
  suggested: [{ value: '{ width: 28, height: 28 }', why: 'for pictures of the MNIST family' }],
  related: ['features', 'scaling'],
  impact: 'low',
  source: sources.mnist,
} satisfies Key;
