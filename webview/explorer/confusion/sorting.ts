/** Rows of a table by one of its columns. */

export interface Sorting<K extends string> {
  readonly by: K;
  readonly isDescending: boolean;
}

/** The other way round if it is that column already; otherwise as it is read first: names upwards, figures from the worst. */
export const resorted = <K extends string>(sorting: Sorting<K>, by: K): Sorting<K> => ({
  by,
  isDescending: sorting.by === by ? !sorting.isDescending : false,
});

/** What does not exist comes last either way; equals keep their order. */
export function sorted<T, K extends string>(
  rows: readonly T[],
  { by, isDescending }: Sorting<K>,
  keyOf: (row: T, by: K) => number | null,
): T[] {
  const sign = isDescending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [keyOf(a, by), keyOf(b, by)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}
