/** Names longer than this are not compared: the distance costs the product of both lengths. */
const maxLength = 60;

/** The name that was probably meant: the closest by edit distance, when at most a third of it differs, or the one it abbreviates. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let least = Math.ceil(name.length / 3) + 1;
  for (const candidate of names) {
    if (name.length > maxLength || candidate.length > maxLength) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [nearest, least] = [candidate, distance];
  }
  return nearest ?? names.find(candidate => abbreviates(name.toLowerCase(), candidate.toLowerCase()));
}

/** `embed` for `embedding`, `bce` for `binary_cross_entropy`. */
const abbreviates = (name: string, whole: string) =>
  name.length >= 3 && (whole.startsWith(name) || name === whole.replace(/([a-z])[a-z]*_?/g, '$1'));

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
