import type { ImageShape } from './types';

/** A data set that ships with Descent. */
export interface Builtin {
  /** Below the folder of examples. */
  readonly path: string;
  readonly target: string;
  readonly image?: ImageShape;
}

/** Every built-in data set by the name that the configuration uses. */
export const builtins = {
  iris: { path: 'iris/iris.csv', target: 'species' },
  digits: { path: 'digits/digits.csv', target: 'digit', image: { width: 8, height: 8 } },
} satisfies Record<string, Builtin>;
