import type { Problem, Range } from '../problem';

/** What YAML and JSON have in common: values with their places in the text, in UTF-16 offsets. */
export type SyntaxNode = MapNode | ListNode | ScalarNode;

export interface MapNode {
  readonly kind: 'map';
  readonly range: Range;
  readonly entries: readonly MapEntry[];
}

export interface MapEntry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: SyntaxNode;
}

export interface ListNode {
  readonly kind: 'list';
  readonly range: Range;
  readonly items: readonly SyntaxNode[];
}

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly range: Range;
  readonly value: string | number | boolean | null;
}

/** As much as could be read; the root is null when that is nothing. */
export interface Syntax {
  readonly root: SyntaxNode | null;
  readonly problems: readonly Problem[];
}

export function syntaxProblem(code: string, message: string, range: Range): Problem {
  return { code, severity: 'error', message, range, key: '' };
}

/** The plain value. `Object.fromEntries` defines properties, so that a key `__proto__` cannot reach a prototype. */
export function plainValue(node: SyntaxNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plainValue);
  return Object.fromEntries(node.entries.map(entry => [entry.key, plainValue(entry.value)]));
}

export function entryOf(node: SyntaxNode | null | undefined, key: string): MapEntry | undefined {
  return node?.kind === 'map' ? node.entries.find(entry => entry.key === key) : undefined;
}

/** The node at a path of keys and list indices. */
export function nodeAt(root: SyntaxNode | null, path: readonly PropertyKey[]): SyntaxNode | undefined {
  let node = root ?? undefined;
  for (const step of path) {
    node = node?.kind === 'list' ? node.items[Number(step)] : entryOf(node, String(step))?.value;
  }
  return node;
}

export function duplicateKeys(node: SyntaxNode): Problem[] {
  if (node.kind === 'scalar') return [];
  if (node.kind === 'list') return node.items.flatMap(duplicateKeys);
  const seen = new Set<string>();
  return node.entries.flatMap(({ key, keyRange, value }) => {
    const inner = duplicateKeys(value);
    if (!seen.has(key)) {
      seen.add(key);
      return inner;
    }
    const message = `“${key}” stands here for the second time. Keep one of the two.`;
    return [syntaxProblem('duplicate-key', message, keyRange), ...inner];
  });
}
