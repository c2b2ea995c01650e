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

/**
 * Which labels stand beside their points without covering one another; those that come first have the right of way.
 * @param width of the picture, which no label leaves
 */
export function labelled(
  all: readonly Place[],
  order: readonly number[],
  widthOf: (i: number) => number,
  { width, maxLabels }: { readonly width: number; readonly maxLabels: number },
): readonly Label[] {
  const taken: { left: number; right: number; y: number }[] = [];
  const labels: Label[] = [];
  for (const i of order) {
    if (labels.length === maxLabels) break;
    const { x, y } = all[i]!;
    const length = 8 + widthOf(i);
    const sides = {
      right: { left: x - 4, right: x + length, y },
      left: { left: x - length, right: x + 4, y },
    };
    const side = (['right', 'left'] as const).find(side => {
      const { left, right } = sides[side];
      const isFree = taken.every(
        other => Math.abs(other.y - y) >= labelHeight || left > other.right || right < other.left,
      );
      return isFree && left >= 0 && right <= width;
    });
    if (!side) continue;
    taken.push(sides[side]);
    labels.push({ i, side });
  }
  return labels;
}
