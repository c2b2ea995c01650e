import { DataError } from './types';

/** Names longer than this are not compared: the distance costs the product of both lengths. */
const maxLength = 60;
const nListed = 20;

/** The name that was probably meant: the closest by edit distance, when at most a third of it differs. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of names) {
    if (name.length > maxLength || candidate.length > maxLength) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [nearest, least] = [candidate, distance];
  }
  return nearest;
}

/** "Did you mean …?" and the names to choose from, as the end of a message. */
export function suggestion(name: string, names: readonly string[]): string {
  const nearest = nearestName(name, names);
  return `${nearest === undefined ? '' : ` Did you mean "${nearest}"?`} There are: ${listed(names)}.`;
}

/** The names, or as many as can be read at a glance. */
export function listed(names: readonly string[]): string {
  return names.slice(0, nListed).join(', ') + (names.length > nListed ? ', …' : '');
}

/** The entry of a registry; a name that it does not hold is an error that suggests one. */
export function entryOf<T>(registry: Readonly<Record<string, T>>, name: string, key: `data.${string}`): T {
  if (Object.hasOwn(registry, name)) return registry[name]!;
  throw new DataError(
    'unknown_name',
    key,
    `"${name}" is not known.${suggestion(name, Object.keys(registry))}`,
  );
}

/** Insertions, deletions and substitutions that turn one text into the other (Levenshtein), row by row. */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(substituted, above[j]! + 1, row[j - 1]! + 1));
    }
    above = row;
  }
  return above[b.length]!;
}
