import { z } from 'zod';
import { countInputs, inputNamesOf } from './inputs';
import type { FeatureEncoding, Preprocessing, TargetEncoding } from './types';

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

const embeddingEncoding = oneHotEncoding.extend({ kind: z.literal('embedding'), width: z.int().min(1) });

const textEncoding = z.object({
  kind: z.literal('text'),
  name: z.string(),
  characters: z.array(z.string()).min(1),
  context: z.int().min(1),
  width: z.int().min(1).nullable(),
});

const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('classes'), name: z.string(), classes: z.array(z.string()).min(2) }),
  z.object({ kind: z.literal('numeric'), name: z.string(), shift: z.number(), scale: divisor }),
]);

const suitsText = ([text, ...others]: readonly FeatureEncoding[], target: TargetEncoding) =>
  text?.kind === 'text' &&
  others.length === 0 &&
  target.kind === 'classes' &&
  target.classes.length === text.characters.length + 1;

/** The mapping as a run stores it, read back; any program may have written it. */
export const preprocessingType = z
  .object({
    task: z.enum(['classification', 'regression']),
    target,
    features: z
      .array(z.discriminatedUnion('kind', [numericEncoding, oneHotEncoding, embeddingEncoding, textEncoding]))
      .min(1),
    inputNames: z.array(z.string()),
    image: z.object({ width: z.int().min(1), height: z.int().min(1) }).nullable(),
  })
  .refine(({ task, target: { kind } }) => (task === 'classification') === (kind === 'classes'), {
    path: ['target', 'kind'],
    error: 'it does not suit the task',
  })
  .refine(
    ({ features, target }) => !features.some(({ kind }) => kind === 'text') || suitsText(features, target),
    {
      path: ['features'],
      error: 'a text is the only feature, and its tokens are the classes',
    },
  )
  .superRefine(({ features, inputNames }, context) => {
    // Counted before they are made: a width may be any number.
    if (inputNames.length !== countInputs(features)) {
      const message = 'one name for each input is expected';
      context.addIssue({ code: 'custom', path: ['inputNames'], message });
      return;
    }
    const expected = inputNamesOf(features);
    if (inputNames.some((name, i) => name !== expected[i])) {
      // Weights of an earlier version, which had the inputs in the order of the columns.
      const message =
        'numbers are expected first, then categories. An earlier version had them otherwise; train again';
      context.addIssue({ code: 'custom', path: ['inputNames'], message });
    }
  })
  .refine(({ features, image }) => image === null || image.width * image.height === features.length, {
    path: ['image'],
    error: 'its size is not the number of features',
  })
  .refine(({ features, image }) => image === null || features.every(({ kind }) => kind === 'numeric'), {
    path: ['image'],
    error: 'only numbers are pixels',
  }) satisfies z.ZodType<Preprocessing>;
