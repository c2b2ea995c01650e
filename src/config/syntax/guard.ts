import type { Problem } from '../problem';
import { syntaxProblem } from './tree';

/** A thousand long column names fit; a parser that is given more keeps the editor waiting. */
const maxLength = 64 * 1024;

/** The parsers recurse, and a text such as `[` × 1000 would end the whole process. */
const maxDepth = 64;

export function tooLarge(text: string): Problem | null {
  if (text.length <= maxLength) return null;
  const message =
    `This configuration is too large: ${text.length.toLocaleString('en')} characters, at most ` +
    `${maxLength.toLocaleString('en')} are read. Keep data in files of their own and name them under data.path.`;
  return syntaxProblem('too-large', message, { start: 0, end: 0 });
}

/** @param openings for each place in the text where a list or map may begin: its offset, and how many it lies in */
export function tooDeep(
  openings: Iterable<{ readonly offset: number; readonly depth: number }>,
): Problem | null {
  for (const { offset, depth } of openings) {
    if (depth <= maxDepth) continue;
    const message = `This is nested more than ${maxDepth} levels deep. A configuration needs three.`;
    return syntaxProblem('too-deep', message, { start: offset, end: offset + 1 });
  }
  return null;
}
