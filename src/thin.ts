/** Points of one curve that anybody keeps where single ones are noise: more than a chart has pixels. */
export const maxPoints = 8192;
/** Epochs that anybody keeps: every one of a run of this length, and of a longer one enough to zoom into. */
export const maxEpochs = 2 ** 17;
/** Epochs of which it is kept what was seen inside the network: each takes more room than a hundred without. */
export const maxDetailed = 2048;

/**
 * The points, or where they are too many the first, the last, and those whose position is a multiple of some power
 * of two. What is left is even over the whole curve, also when more points come and the result is thinned again.
 * @param points  ascending in position
 */
export function thin<T>(
  points: readonly T[],
  position: (point: T) => number,
  limit = maxPoints,
): readonly T[] {
  let kept = points;
  // Down to half, so that it is not to do again for every point that comes.
  for (let stride = 2; points.length > limit && kept.length > limit / 2; stride *= 2)
    kept = points.filter((p, i) => position(p) % stride === 0 || i === 0 || i === points.length - 1);
  return kept;
}

/** One curve's points and those that come after them; what is known already, or out of order, is passed over. */
export function extended<T>(
  points: readonly T[],
  more: readonly T[],
  position: (point: T) => number,
  limit = maxPoints,
): readonly T[] {
  let last = points.length > 0 ? position(points.at(-1)!) : Number.NEGATIVE_INFINITY;
  const later: T[] = [];
  for (const point of more) {
    if (position(point) <= last) continue;
    later.push(point);
    last = position(point);
  }
  return later.length === 0 ? points : thin(points.concat(later), position, limit);
}

/** An epoch, with what was seen inside the network where it was looked at. */
export interface Epoch {
  readonly epoch: number;
  readonly layers?: unknown;
  readonly valConfusion?: unknown;
}
const epochOf = ({ epoch }: Epoch) => epoch;
const isDetailed = ({ layers, valConfusion }: Epoch) => layers !== undefined || valConfusion !== undefined;

/** Every epoch of a run that is not extremely long, but the inside of the network for evenly some of them only. */
export const thinEpochs = <E extends Epoch>(epochs: readonly E[]): readonly E[] =>
  withFewDetails(thin(epochs, epochOf, maxEpochs));

/** Epochs and those that come after them, within the same bounds. */
export function extendedEpochs<E extends Epoch>(epochs: readonly E[], more: readonly E[]): readonly E[] {
  const all = extended(epochs, more, epochOf, maxEpochs);
  // Going through all of them is put off until many have come.
  const nChecked = (n: number) => Math.floor(n / maxDetailed);
  return nChecked(all.length) === nChecked(epochs.length) ? all : withFewDetails(all);
}

function withFewDetails<E extends Epoch>(epochs: readonly E[]): readonly E[] {
  const detailed = epochs.filter(isDetailed);
  if (detailed.length <= maxDetailed) return epochs;
  const kept = new Set(thin(detailed, epochOf, maxDetailed));
  return epochs.map(metrics =>
    isDetailed(metrics) && !kept.has(metrics) ? withoutDetails(metrics) : metrics,
  );
}

/** The numbers of the curves alone. */
export function withoutDetails<E extends Epoch>(metrics: E): E {
  const { layers: _layers, valConfusion: _counts, ...numbers } = metrics;
  return numbers as E;
}
