import type { RocCurve } from '../../../src/protocol';

/** More lines nobody tells apart. */
export const maxCurves = 10;

/** The classes whose curves are drawn: the chosen ones, then those that are told apart worst; in their own order. */
export function drawnClasses(curves: readonly (RocCurve | null)[], chosen: readonly number[]): number[] {
  const known = Array.from(curves.keys()).filter(c => curves[c]);
  const rank = (c: number) => (chosen.includes(c) ? -1 : curves[c]!.area);
  return known
    .sort((a, b) => rank(a) - rank(b) || a - b)
    .slice(0, maxCurves)
    .sort((a, b) => a - b);
}
