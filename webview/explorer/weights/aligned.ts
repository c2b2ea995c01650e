import { useRef } from 'preact/hooks';
import type { Projection } from '../../../src/protocol';
import { aligned } from './mapLayout';

/** Each map turned to the one before it, where it shows the same rows in the same way. */
export function useAligned(map: Projection | null): Projection | null {
  const last = useRef<{ source: Projection | null; shown: Projection | null }>({ source: null, shown: null });
  if (map && map !== last.current.source) {
    const before = last.current.shown;
    const isSame = before?.method === map.method && before.names.join() === map.names.join();
    const points = aligned(map.points, isSame ? before.points : null, map.method === 'umap');
    last.current = { source: map, shown: { ...map, points } };
  }
  return last.current.shown;
}
