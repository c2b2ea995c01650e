import { z } from 'zod';
import type { FeatureEncoding, Preprocessing } from './types';

const divisor = z.number().refine(value => value !== 0, { error: 'a number other than 0 is expected' });

const numericEncoding = z.object({
  kind: z.literal('numeric'),
  name: z.string(),
  shift: z.number(),
  scale: divisor,
  fill: z.number().nullable(),
  mean: z.number(),
  std: z.number().nonnegative(),
  max: z.number(),
});

const oneHotEncoding = z.object({
  kind: z.literal('one_hot'),
  name: z.string(),
  categories: z.array(z.string()).min(1),
  fill: z.string().nullable(),
});

const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('classes'), name: z.string(), classes: z.array(z.string()).min(2) }),
  z.object({ kind: z.literal('numeric'), name: z.string(), shift: z.number(), scale: divisor }),
]);

const inputsOf = (encoding: FeatureEncoding) =>
  encoding.kind === 'numeric' ? 1 : encoding.categories.length;

/** The mapping as a run stores it, read back; any program may have written it. */
export const preprocessingType = z
  .object({
    task: z.enum(['classification', 'regression']),
    target,
    features: z.array(z.discriminatedUnion('kind', [numericEncoding, oneHotEncoding])).min(1),
    inputNames: z.array(z.string()),
    image: z.object({ width: z.int().min(1), height: z.int().min(1) }).nullable(),
  })
  .refine(({ task, target: { kind } }) => (task === 'classification') === (kind === 'classes'), {
    path: ['target', 'kind'],
    error: 'it does not suit the task',
  })
  .refine(
    ({ features, inputNames }) =>
      inputNames.length === features.reduce((sum, feature) => sum + inputsOf(feature), 0),
    { path: ['inputNames'], error: 'one name for each input is expected' },
  )
  .refine(({ features, image }) => image === null || image.width * image.height === features.length, {
    path: ['image'],
    error: 'its size is not the number of features',
  }) satisfies z.ZodType<Preprocessing>;
