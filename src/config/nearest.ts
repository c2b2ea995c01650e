/** Longer names are not compared: the distance costs the product of both lengths. */
const maxLength = 40;

/** The name that was probably meant: the closest by edit distance, when about a third of it differs at most. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  if (name.length > maxLength) return undefined;
  const [nearest] = names
    .map(candidate => ({ candidate, distance: editDistance(name.toLowerCase(), candidate) }))
    .filter(({ distance }) => distance <= Math.ceil(name.length / 3))
    .sort((a, b) => a.distance - b.distance);
  return nearest?.candidate;
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
