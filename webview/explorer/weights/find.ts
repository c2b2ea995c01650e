/** The names with the search in them; those that begin with it, or are it, first. */
export function foundNames(names: readonly string[], search: string): readonly number[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return [];
  return names
    .map((name, i) => ({ i, at: name.toLowerCase().indexOf(wanted), length: name.length }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || a.length - b.length || a.i - b.i)
    .map(({ i }) => i);
}
