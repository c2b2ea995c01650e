import type { z } from 'zod';
import type { Source } from './sources';

/** A value to start from, and why. */
export interface Suggestion {
  readonly value: string | number;
  readonly why: string;
}

/**
 * All that is known about one key of the configuration. Its name and section are its place in `keys.ts`.
 * Texts are Markdown, in whole sentences for the person who writes the file.
 */
export interface Key {
  readonly type: z.ZodType;
  /** The value of a file that leaves the key out; instead, `defaultRule` says how it is found. */
  readonly default?: unknown;
  readonly defaultRule?: string;
  readonly meaning: string;
  readonly whyDefault: string;
  /** What happens with a larger and with a smaller value; for quantities only. */
  readonly raised?: string;
  readonly lowered?: string;
  /** What each named value does; for choices only. */
  readonly values?: Readonly<Record<string, string>>;
  readonly usual: string;
  readonly suggested: readonly Suggestion[];
  /** Names of keys to look at together with this one. */
  readonly related: readonly string[];
  /** How much the result depends on it, as a rule. */
  readonly impact: 'low' | 'medium' | 'high';
  readonly source: Source;
}

/** The names of a record, with their type; for choices that are defined by what each value does. */
export const namesOf = <R extends Readonly<Record<string, string>>>(values: R) =>
  Object.keys(values) as (keyof R & string)[];

/** The default as a person would write or say it. */
export function defaultWords({ default: value, defaultRule }: Key): string {
  if (value === undefined) return defaultRule ?? 'none';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
