import type { Curve, Extent } from './curve';
import { noExtent, widened } from './curve';
import { type AxisEnds, type Scale, toPixel } from './scale';

/** First point that is at or after `x`; x ascends. */
function firstAt({ x: xs, length }: Curve, x: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (xs[middle]! < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The points between two ends of x, with one more on either side, to which the line leads. */
function range(curve: Curve, { min, max }: AxisEnds): [from: number, to: number] {
  const after = firstAt(curve, max);
  const from = Math.max(0, firstAt(curve, min) - 1);
  return [from, Math.min(curve.length, after + 1)];
}

/** The values that are seen between two ends of x. */
export function extentWithin(curve: Curve, ends: AxisEnds): Extent {
  let extent = noExtent;
  for (let i = firstAt(curve, ends.min); i < curve.length && curve.x[i]! <= ends.max; i++) {
    extent = widened(extent, curve.y[i]!);
  }
  return extent;
}

/** y is NaN where the line is broken. */
export interface Point {
  x: number;
  y: number;
}

/**
 * The line as it is seen, in at most four points a pixel column (first, lowest, highest and last) and one gap: it covers
 * the same pixels as the line through all points (M4).
 * @param columnWidth in pixels; with wider ones the line keeps its highest and lowest points and loses what is between
 * Source: Jugel, Jerzak, Hackenbroich, Markl 2014, M4: a visualization-oriented time series data aggregation.
 */
export function decimated(curve: Curve, x: Scale, columnWidth = 1): Point[] {
  const { x: xs, y: ys } = curve;
  const xPixel = toPixel(x);
  const line: Point[] = [];
  const add = (i: number) => line.push({ x: xs[i]!, y: ys[i]! });
  // Of the column at hand: points by their index, -1 for none yet.
  let column = Number.NaN;
  let first = -1;
  let lowest = -1;
  let highest = -1;
  let last = -1;
  let hasGap = false;
  const flush = () => {
    if (first === -1) return;
    add(first);
    const [a, b] = lowest < highest ? [lowest, highest] : [highest, lowest];
    if (a !== first && a !== last) add(a);
    if (b !== first && b !== last && b !== a) add(b);
    if (last !== first) add(last);
    first = -1;
  };
  const [from, to] = range(curve, x);
  for (let i = from; i < to; i++) {
    const here = Math.floor(xPixel(xs[i]!) / columnWidth);
    if (here !== column) {
      flush();
      column = here;
      hasGap = false;
    }
    const value = ys[i]!;
    if (Number.isNaN(value)) {
      // More than one gap within a pixel is not seen.
      if (hasGap) continue;
      flush();
      if (line.length > 0 && !Number.isNaN(line.at(-1)!.y)) add(i);
      hasGap = true;
    } else if (first === -1) {
      first = lowest = highest = last = i;
    } else {
      if (value < ys[lowest]!) lowest = i;
      if (value > ys[highest]!) highest = i;
      last = i;
    }
  }
  flush();
  return line;
}
