import { findKey, type KeyEntry } from './keys';
import { defaultWords } from './keys/key';
import type { Range } from './problem';
import { parseSyntax } from './syntax/syntax';
import type { MapEntry, ScalarNode, SyntaxNode } from './syntax/tree';
import { jsonTypeOf, typeWords } from './words';

export interface Hover {
  readonly range: Range;
  /** Made of our own texts only, never of the file's. */
  readonly markdown: string;
}

/** What to show at an offset: about the key that it is on, or about the value of a key. */
export function hoverAt(text: string, fileName: string, offset: number): Hover | null {
  const { root } = parseSyntax(text, fileName);
  const section = entryAt(root, offset);
  const written = entryAt(section?.value, offset);
  const entry = section && written && findKey(section.key, written.key);
  if (!entry) return null;

  if (contains(written.keyRange, offset)) return { range: written.keyRange, markdown: markdownOf(entry) };
  const scalar = scalarAt(written.value, offset);
  const value = String(scalar?.value);
  const isNamed = Object.hasOwn(entry.key.values ?? {}, value);
  return { range: (scalar ?? written.value).range, markdown: markdownOf(entry, isNamed ? value : undefined) };
}

/** A caret at the end of a word is still on it. */
const contains = ({ start, end }: Range, offset: number) => start <= offset && offset <= end;

function entryAt(node: SyntaxNode | null | undefined, offset: number): MapEntry | undefined {
  if (node?.kind !== 'map') return undefined;
  return node.entries.find(
    ({ keyRange, value }) => contains(keyRange, offset) || contains(value.range, offset),
  );
}

function scalarAt(node: SyntaxNode, offset: number): ScalarNode | undefined {
  if (node.kind === 'scalar') return node;
  const inner = node.kind === 'list' ? node.items : node.entries.map(entry => entry.value);
  const child = inner.find(({ range }) => contains(range, offset));
  return child && scalarAt(child, offset);
}

/** @param chosen the named value to explain; without it all are */
function markdownOf({ name, key }: KeyEntry, chosen?: string): string {
  const values = Object.entries(key.values ?? {}).filter(
    ([value]) => chosen === undefined || value === chosen,
  );
  const suggested = key.suggested.map(({ value, why }) => `\`${value}\` (${why})`);
  const { title, url } = key.source;
  const points = [
    ...values.map(([value, effect]) => `**${value}**: ${effect}`),
    key.raised && `**Raised:** ${key.raised}`,
    key.lowered && `**Lowered:** ${key.lowered}`,
    `**Usual:** ${key.usual}`,
    suggested.length > 0 && `**Try:** ${suggested.join(', ')}.`,
    `**Why this default:** ${key.whyDefault}`,
    `**Impact:** ${key.impact}. **Related:** ${key.related.map(related => `\`${related}\``).join(', ')}`,
  ];
  return [
    `**${name}** · ${typeWords(jsonTypeOf(key.type))} · default ${defaultWords(key)}`,
    key.meaning,
    points
      .filter(Boolean)
      .map(point => `- ${point}`)
      .join('\n'),
    `Source: ${url ? `[${title}](${url})` : title}`,
  ].join('\n\n');
}
