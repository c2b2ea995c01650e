import { sections } from './keys';
import { plainValue, type SyntaxNode } from './syntax/tree';
import { parseYaml } from './syntax/yaml';
import { alternatives, jsonTypeOf, mismatchWords } from './words';

/**
 * Keys of `training` that may change between two steps: each is read anew in every step, and what the optimizer keeps
 * stays right. Adam's betas are none: the corrections of its means hold for betas that were always the same.
 */
export const adjustableKeys = ['learning_rate', 'momentum', 'weight_decay', 'gradient_clip_norm'] as const;
export type AdjustableKey = (typeof adjustableKeys)[number];

/** Left out are keys that are not meant, or that have no effect. */
export type AdjustableValues = { readonly [Key in AdjustableKey]?: number };

export const isAdjustable = (name: string): name is AdjustableKey =>
  (adjustableKeys as readonly string[]).includes(name);

/** What is wrong with a new value, in the words that the configuration has for it; null when nothing is. */
export function valueProblem(name: AdjustableKey, node: SyntaxNode): string | null {
  const { type } = sections.training[name];
  const isRight = type.safeParse(plainValue(node)).success;
  return isRight ? null : `${mismatchWords(name, jsonTypeOf(type), node)}.`;
}

/** A new value as it is typed, read as the configuration would read it. */
export function readValue(
  name: AdjustableKey,
  text: string,
): { readonly value: number } | { readonly problem: string } {
  const { root } = parseYaml(text);
  const node: SyntaxNode = root ?? { kind: 'scalar', value: null, range: { start: 0, end: 0 } };
  const problem = valueProblem(name, node);
  return problem === null ? { value: plainValue(node) as number } : { problem };
}

export const notAdjustable = (name: string) =>
  `${name} cannot be changed while a run trains, but ${alternatives(adjustableKeys)} can.`;
