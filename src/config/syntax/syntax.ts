import { tooLarge } from './guard';
import { parseJson } from './json';
import type { Syntax } from './tree';
import { parseYaml } from './yaml';

/** Reads a text in the language that the file's name tells. Never throws. */
export function parseSyntax(text: string, fileName: string): Syntax {
  const large = tooLarge(text);
  if (large !== null) return { root: null, problems: [large] };
  return /\.jsonc?$/i.test(fileName) ? parseJson(text) : parseYaml(text);
}
