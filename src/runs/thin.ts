/**
 * At most `max` of the items, evenly spread, among them the first and the last; all of them where they are no more.
 * A chart of a few thousand points looks the same as one of all.
 */
export function thin<T>(items: readonly T[], max: number): readonly T[] {
  if (items.length <= max) return items;
  const stride = (items.length - 1) / (max - 1);
  return Array.from({ length: max }, (_, i) => items[Math.round(i * stride)]!);
}
