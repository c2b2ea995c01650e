import type { Range } from './problem';
import { entryOf, type MapEntry, type SyntaxNode } from './syntax/tree';

const fileStart: Range = { start: 0, end: 0 };

/** Where to point for a key such as `data.path`: its value, else the nearest thing above it that stands in the file. */
export function rangeOfKey(root: SyntaxNode | null, key: string): Range {
  let node: SyntaxNode | null | undefined = root;
  let range = fileStart;
  for (const name of key.split('.')) {
    const entry: MapEntry | undefined = entryOf(node, name);
    if (entry === undefined) return range;
    range = entry.keyRange;
    node = entry.value;
  }
  // A section and a missing value are shown at their key: one is too long to underline, the other has no length.
  return node!.kind === 'map' || node!.range.start === node!.range.end ? range : node!.range;
}
