import { z } from 'zod';
import { sections } from './keys';
import type { Key } from './keys/key';
import type { ResolvedConfiguration } from './resolve';

type Keys = Readonly<Record<string, Key>>;
type Shape<K extends Keys> = { [N in keyof K]: K[N]['type'] };

/** A section in which every key stands. */
const whole = <K extends Keys>(keys: K) =>
  z.object(Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, key.type])) as Shape<K>);

const { hidden_sizes, activation, weight_init, normalization, dropout } = sections.model;
const [, activations] = activation.type.options;
const [, rates] = dropout.type.options;

/**
 * What `resolveConfiguration` makes, read back from a run; any program may have written it. Keys that older runs do not
 * have get the value that means what those runs did.
 */
export const resolvedType = z
  .object({
    data: whole(sections.data)
      .partial()
      .required({ missing: true, scaling: true, validation_fraction: true, stratify: true })
      .extend({ categorical: sections.data.categorical.type.default('one_hot') }),
    model: z.object({
      hidden_sizes: hidden_sizes.type,
      activation: activations,
      weight_init: weight_init.type,
      normalization: normalization.type.default('none'),
      dropout: rates.default([]),
    }),
    training: whole(sections.training).extend({
      loss: sections.training.loss.type.exclude(['auto']),
      checkpoints_per_doubling: sections.training.checkpoints_per_doubling.type.default(0),
    }),
  })
  .refine(({ model }) => model.activation.length === model.hidden_sizes.length, {
    path: ['model', 'activation'],
    error: 'one name for each hidden layer is expected',
  })
  .refine(
    ({ model: { dropout, hidden_sizes } }) => dropout.length === 0 || dropout.length === hidden_sizes.length,
    { path: ['model', 'dropout'], error: 'one rate for each hidden layer is expected' },
  ) satisfies z.ZodType<ResolvedConfiguration>;
