import { useRef } from 'preact/hooks';

/** The last value that there was: a picture stays until the next one is here, so that nothing jumps while a person types. */
export function useLast<T>(value: T | null): T | null {
  const last = useRef(value);
  if (value !== null) last.current = value;
  return last.current;
}
