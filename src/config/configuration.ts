import { z } from 'zod';
import { sections } from './keys';
import type { Key } from './keys/key';

type Keys = Readonly<Record<string, Key>>;
type Shape<K extends Keys> = { [N in keyof K]: z.ZodOptional<K[N]['type']> };

/** A section that is left out, or has nothing but comments below it, is an empty section. */
function section<K extends Keys>(keys: K) {
  const shape = Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, key.type.optional()]));
  return z.preprocess(value => value ?? {}, z.strictObject(shape as Shape<K>));
}

export const configurationType = z.strictObject({
  /** Editors look for it in JSON files; it means nothing to us. */
  $schema: z.string().optional(),
  data: section(sections.data),
  model: section(sections.model),
  training: section(sections.training),
});

/** What stands in the file, checked key by key; what was left out is undefined. */
export type Configuration = z.output<typeof configurationType>;
