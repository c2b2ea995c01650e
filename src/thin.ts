/** Points of one curve that anybody keeps: more than a chart has pixels, and bounded however long a run is. */
export const maxPoints = 8192;

/**
 * The points, or where they are too many the first, the last, and those whose position is a multiple of some power
 * of two. What is left is even over the whole curve, also when more points come and the result is thinned again.
 * @param points  ascending in position
 */
export function thin<T>(points: readonly T[], position: (point: T) => number): readonly T[] {
  let kept = points;
  // Down to half, so that it is not to do again for every point that comes.
  for (let stride = 2; points.length > maxPoints && kept.length > maxPoints / 2; stride *= 2)
    kept = points.filter((p, i) => position(p) % stride === 0 || i === 0 || i === points.length - 1);
  return kept;
}

/** One curve's points and those that come after them; what is known already, or out of order, is passed over. */
export function extended<T>(points: readonly T[], more: readonly T[], position: (point: T) => number) {
  let last = points.length > 0 ? position(points.at(-1)!) : Number.NEGATIVE_INFINITY;
  const later: T[] = [];
  for (const point of more) {
    if (position(point) <= last) continue;
    later.push(point);
    last = position(point);
  }
  return later.length === 0 ? points : thin([...points, ...later], position);
}
