import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { choices } from './host';

/** State that survives hiding and reloading the view. */
export function useChoice<T>(key: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => {
    const kept = choices.read()[key];
    return typeof kept === typeof initial ? (kept as T) : initial;
  });
  const choose = (chosen: T) => {
    choices.write(key, chosen);
    setValue(chosen);
  };
  return [value, choose];
}

/**
 * The value as it was when the pointer came, until the pointer leaves: nothing changes under a pointer.
 * @param mayHold false lets every value through, for example once a run has ended
 * @param subject what the value is about; another subject is shown at once
 */
export function useHeldUnderPointer<T>(value: T | null, mayHold: boolean, subject: string) {
  const [isPointed, setPointed] = useState(false);
  const shown = useRef({ value, subject });
  const isHeld = isPointed && mayHold && shown.current.value !== null && shown.current.subject === subject;
  if (!isHeld) shown.current = { value, subject };
  const handlers = { onPointerEnter: () => setPointed(true), onPointerLeave: () => setPointed(false) };
  return [shown.current.value, handlers] as const;
}

/** The latest value that there was, so that nothing goes blank, or jumps, while the next one is on its way. */
export function useLast<T>(value: T | null, subject = ''): T | null {
  const last = useRef({ value, subject });
  if (value !== null || last.current.subject !== subject) last.current = { value, subject };
  return last.current.value;
}

export function useMediaQuery(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const update = () => setMatches(list.matches);
    list.addEventListener('change', update);
    return () => list.removeEventListener('change', update);
  }, [query]);
  return matches;
}

/** Inner size of an element in CSS pixels, null until it is laid out. */
export function useSize<E extends Element>(): [RefObject<E | null>, Size | null] {
  const ref = useRef<E>(null);
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      setSize(width > 0 && height > 0 ? { width: Math.floor(width), height: Math.floor(height) } : null);
    });
    if (ref.current) observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Inner width of an element in CSS pixels, 0 until it is laid out. */
export function useWidth<E extends Element>(): [RefObject<E | null>, number] {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    if (ref.current) observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
