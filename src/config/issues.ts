import type { z } from 'zod';
import { nearestName } from '../nearest';
import { allKeys, findKey, sections } from './keys';
import { rangeOfKey } from './locate';
import type { Problem } from './problem';
import { entryOf, nodeAt, type SyntaxNode } from './syntax/tree';
import { alternatives, foundWords, jsonTypeOf, mismatchWords, quoted, typeWords } from './words';

type Issue = z.core.$ZodIssue;

/** A key that should not be there, or else a value that is not of its type. */
interface Fault {
  readonly path: readonly PropertyKey[];
  readonly unknownKey?: string;
}

/** More would help nobody, and a file of another kind has one a line. */
export const maxProblems = 100;

/** What the types found wrong, in our own words: what it is, where, and what to write instead. */
export function problemsOf(issues: readonly Issue[], root: SyntaxNode): Problem[] {
  return issues
    .flatMap(faultsOf)
    .slice(0, maxProblems)
    .map(({ path, unknownKey }) =>
      unknownKey === undefined ? wrongValue(path, root) : unknown(path, unknownKey, root),
    );
}

function faultsOf(issue: Issue): Fault[] {
  const { path, found } = innermost(issue);
  return found.code === 'unrecognized_keys'
    ? found.keys.map(unknownKey => ({ path, unknownKey }))
    : [{ path }];
}

/** A choice between types fails with the issues of each; the one that got furthest tells the place. */
function innermost(issue: Issue): { path: PropertyKey[]; found: Issue } {
  if (issue.code !== 'invalid_union') return { path: issue.path, found: issue };
  const inner = issue.errors.flat().toSorted((a, b) => b.path.length - a.path.length)[0];
  if (inner === undefined) return { path: issue.path, found: issue };
  return { path: [...issue.path, ...inner.path], found: inner };
}

function unknown(path: readonly PropertyKey[], name: string, root: SyntaxNode): Problem {
  const place = path.join('.');
  const { keyRange } = entryOf(nodeAt(root, path), name)!;
  return {
    code: 'unknown-key',
    severity: 'error',
    message: unknownWords(place, name),
    range: keyRange,
    key: place === '' ? name : `${place}.${name}`,
  };
}

function unknownWords(place: string, name: string): string {
  if (Object.hasOwn(sections, name)) return `${name} is a section of its own. Move it out of ${place}.`;
  const elsewhere = allKeys.find(entry => entry.name === name);
  if (elsewhere !== undefined) return `${name} belongs under ${elsewhere.section}. Move it there.`;

  const fault = `${quoted(name)} is not a known key.`;
  const here = keysOf(place);
  const nearby = nearestName(name, here);
  if (nearby !== undefined) return `${fault} Did you mean ${nearby}?`;

  const allNames = allKeys.map(entry => entry.name);
  const distant = allKeys[allNames.indexOf(nearestName(name, allNames) ?? '')];
  if (distant !== undefined) return `${fault} Did you mean ${distant.section}.${distant.name}?`;
  return `${fault} Remove it, or choose one of ${alternatives(here)}.`;
}

/** The names that may stand at a place: sections, keys of a section, or parts of a value. */
function keysOf(place: string): string[] {
  if (place === '') return Object.keys(sections);
  const [section, name] = place.split('.');
  if (name === undefined) return allKeys.filter(entry => entry.section === section).map(entry => entry.name);
  return Object.keys(jsonTypeOf(findKey(section!, name)!.key.type).properties ?? {});
}

function wrongValue(path: readonly PropertyKey[], root: SyntaxNode): Problem {
  const [section, name] = path.map(String);
  const key = [section, name].filter(step => step !== undefined).join('.');
  const node = nodeAt(root, path);
  const isEmpty = node === undefined || node.range.start === node.range.end;
  return {
    code: 'wrong-value',
    severity: 'error',
    message: wrongValueWords(section, name, path, node),
    range: isEmpty ? rangeOfKey(root, key) : node.range,
    key,
  };
}

function wrongValueWords(
  section: string | undefined,
  name: string | undefined,
  path: readonly PropertyKey[],
  node: SyntaxNode | undefined,
): string {
  const entry = section !== undefined && name !== undefined ? findKey(section, name) : undefined;
  if (entry === undefined) return noMapWords(section, node!);
  const type = jsonTypeOf(entry.key.type);
  const part = type.properties?.[String(path.at(-1))];
  if (part !== undefined && node !== undefined && path.length > 2)
    return `${mismatchWords(String(path.at(-1)), part, node)}.`;
  if (node === undefined) return `${name} must be ${typeWords(type)}; ${String(path.at(-1))} is missing.`;
  const written = node.kind === 'scalar' && typeof node.value === 'string' ? node.value : '';
  const meant = nearestName(written, Object.keys(entry.key.values ?? {}));
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  return `${mismatchWords(String(name), type, node)}.${hint}`;
}

function noMapWords(section: string | undefined, node: SyntaxNode): string {
  const keys = alternatives(keysOf(section ?? '').slice(0, 3));
  const isGlued = node.kind === 'scalar' && /^\w+:\S/.test(String(node.value));
  const hint = isGlued ? ' Put a space after the colon.' : '';
  return `${section ?? 'The configuration'} must be a map with keys such as ${keys}; found ${foundWords(node)}.${hint}`;
}
