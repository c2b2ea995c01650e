import { tooLarge } from './guard';
import { parseJson } from './json';
import type { Syntax } from './tree';
import { parseYaml } from './yaml';

/** The last answer: problems, hover and lens ask for the same text again and again, and a tree is never written to. */
let last: { readonly text: string; readonly fileName: string; readonly syntax: Syntax } | undefined;

/** Reads a text in the language that the file's name tells. Never throws. */
export function parseSyntax(text: string, fileName: string): Syntax {
  if (last?.text !== text || last.fileName !== fileName)
    last = { text, fileName, syntax: read(text, fileName) };
  return last.syntax;
}

function read(text: string, fileName: string): Syntax {
  const large = tooLarge(text);
  if (large !== null) return { root: null, problems: [large] };
  return /\.jsonc?$/i.test(fileName) ? parseJson(text) : parseYaml(text);
}
