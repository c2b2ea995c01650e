/** Points of a map of embeddings on screen. */

export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Turned and mirrored so that the points lie as they did before, as well as they can: a map does not flip when the weights
 * have changed a little.
 * @param points (n, 2)
 * @param before (n, 2) of the same rows, or null
 * @param mayTurn false where the axes mean something: then each of them is only mirrored
 * Source: Schönemann 1966, orthogonal Procrustes, in the plane.
 */
export function aligned(points: Float32Array, before: Float32Array | null, mayTurn: boolean): Float32Array {
  if (before?.length !== points.length) return points;
  const [from, to] = [centred(points), centred(before)];
  const sum = (a: 0 | 1, b: 0 | 1) => {
    let total = 0;
    for (let i = 0; i < from.length; i += 2) total += from[i + a]! * to[i + b]!;
    return total;
  };
  const [xx, xy, yx, yy] = [sum(0, 0), sum(0, 1), sum(1, 0), sum(1, 1)];
  if (!mayTurn) return mapped(points, [xx < 0 ? -1 : 1, 0, 0, yy < 0 ? -1 : 1]);
  const mirror = Math.hypot(xx - yy, xy + yx) > Math.hypot(xx + yy, xy - yx) ? -1 : 1;
  const angle = Math.atan2(xy - mirror * yx, xx + mirror * yy);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return mapped(from, [cos, sin, -mirror * sin, mirror * cos]);
}

/** (x, y) becomes (x·a + y·c, x·b + y·d). */
function mapped(points: Float32Array, [a, b, c, d]: readonly [number, number, number, number]): Float32Array {
  return points.map((value, i) =>
    i % 2 === 0 ? value * a + points[i + 1]! * c : points[i - 1]! * b + value * d,
  );
}

function centred(points: Float32Array): Float32Array {
  const mean = [0, 0];
  for (let i = 0; i < points.length; i++) mean[i % 2]! += points[i]! / (points.length / 2);
  return points.map((value, i) => value - mean[i % 2]!);
}

/** Pixels in a picture, with one scale for both axes, and y upwards. */
export function places(
  points: Float32Array,
  { width, height, margin }: { width: number; height: number; margin: number },
): readonly Place[] {
  const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const high = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [i, value] of points.entries()) {
    low[i % 2] = Math.min(low[i % 2]!, value);
    high[i % 2] = Math.max(high[i % 2]!, value);
  }
  const [rangeX, rangeY] = [high[0]! - low[0]!, high[1]! - low[1]!];
  const room = [Math.max(1, width - 2 * margin), Math.max(1, height - 2 * margin)];
  const scale = Math.min(room[0]! / (rangeX || 1e-9), room[1]! / (rangeY || 1e-9));
  const [middleX, middleY] = [(low[0]! + high[0]!) / 2, (low[1]! + high[1]!) / 2];
  return Array.from({ length: points.length / 2 }, (_, i) => ({
    x: width / 2 + (points[2 * i]! - middleX) * scale,
    y: height / 2 - (points[2 * i + 1]! - middleY) * scale,
  }));
}

/** The point nearest to a place, within a distance; null for none. */
export function nearestPlace(all: readonly Place[], { x, y }: Place, within: number): number | null {
  let [best, least] = [-1, within];
  for (const [i, place] of all.entries()) {
    const distance = Math.hypot(place.x - x, place.y - y);
    if (distance <= least) [best, least] = [i, distance];
  }
  return best < 0 ? null : best;
}

const directions: Readonly<Record<string, Place>> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};

/** The point that an arrow key leads to: near, and rather ahead than aside. Null for another key, `from` at the edge. */
export function placeForKey(key: string, from: number | null, all: readonly Place[]): number | null {
  const direction = directions[key];
  if (!direction || all.length === 0) return null;
  const start = all[from ?? -1];
  if (from === null || !start) return 0;
  let [best, least] = [from, Number.POSITIVE_INFINITY];
  for (const [i, { x, y }] of all.entries()) {
    const ahead = (x - start.x) * direction.x + (y - start.y) * direction.y;
    const aside = Math.abs((x - start.x) * direction.y) + Math.abs((y - start.y) * direction.x);
    const cost = ahead + 2 * aside;
    if (ahead > 0 && aside <= 2 * ahead && cost < least) [best, least] = [i, cost];
  }
  return best;
}

const labelHeight = 12;

export interface Label {
  readonly i: number;
  readonly side: 'right' | 'left';
}

interface LabelOptions {
  readonly widthOf: (i: number) => number;
  /** Of the picture, which no label leaves. */
  readonly width: number;
  readonly maxLabels: number;
  /** So many of the first ones may cover the points of others. */
  readonly nMeant: number;
}

/** With more, a picture is too full to look for room in. */
const maxTried = 1000;

/**
 * Which labels stand beside their points without covering one another, or other points; those that come first have the
 * right of way.
 */
export function labelled(
  all: readonly Place[],
  order: readonly number[],
  { widthOf, width, maxLabels, nMeant }: LabelOptions,
): readonly Label[] {
  const taken: (Place & { readonly right: number })[] = [];
  const labels: Label[] = [];
  for (const [rank, i] of order.slice(0, maxTried).entries()) {
    if (labels.length === maxLabels) break;
    const { x, y } = all[i]!;
    const length = widthOf(i);
    const isFree = (left: number, right: number) =>
      left >= 0 &&
      right <= width &&
      taken.every(box => Math.abs(box.y - y) >= labelHeight || left > box.right || right < box.x) &&
      (rank < nMeant ||
        all.every(p => Math.abs(p.y - y) > labelHeight / 2 || p.x < left || p.x > right || p === all[i]));
    const side = isFree(x + 5, x + 8 + length) ? 'right' : isFree(x - 8 - length, x - 5) ? 'left' : null;
    if (!side) continue;
    const left = side === 'right' ? x - 4 : x - 8 - length;
    taken.push({ x: left, y, right: left + length + 12 });
    labels.push({ i, side });
  }
  return labels;
}
