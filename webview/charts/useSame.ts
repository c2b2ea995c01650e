import { useRef } from 'preact/hooks';

/** The list that was there before, as long as the new one is the same item by item. */
export function useSame<T>(list: readonly T[], isSame: (a: T, b: T) => boolean): readonly T[] {
  const kept = useRef(list);
  const before = kept.current;
  if (before.length !== list.length || !list.every((item, i) => isSame(item, before[i]!)))
    kept.current = list;
  return kept.current;
}
