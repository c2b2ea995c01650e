import { UMAP } from 'umap-js';
import type { FloatArray } from '../engine/array';
import { principalComponents } from '../engine/principalComponents';
import { Random } from '../engine/random';
import type { MapOptions, Projection } from '../protocol';
import { Rejection } from './rejection';

/** Of UMAP: the layout has settled by then; a thousand rows take about a second. */
const nEpochs = 200;
/** UMAP needs neighbours to tell near from far. */
const minUmapRows = 4;

/**
 * Rows as points of a plane.
 * @param rows (rows, width), row-major
 */
export function projectRows(
  rows: FloatArray,
  width: number,
  options: MapOptions,
): Pick<Projection, 'method' | 'points' | 'shares'> {
  if (!rows.every(Number.isFinite))
    throw new Rejection('not-finite', 'Some of the embeddings are infinite: there is no map of them.');
  const n = rows.length / width;
  if (options.method === 'umap' && n >= minUmapRows)
    return { method: 'umap', points: umap(rows, width, n, options), shares: null };
  const { scores, shares } = principalComponents(rows, width, 2);
  return { method: 'pca', points: new Float32Array(scores), shares: [shares[0]!, shares[1]!] };
}

/** McInnes, Healy and Melville 2018, with the angle between two rows as their distance, as the list of neighbours has it. */
function umap(rows: FloatArray, width: number, n: number, { seed, nNeighbors }: MapOptions): Float32Array {
  const random = Random.seeded(seed);
  const vectors = Array.from({ length: n }, (_, row) =>
    Array.from(rows.subarray(row * width, (row + 1) * width)),
  );
  const points = new UMAP({
    nEpochs,
    nNeighbors: Math.min(nNeighbors, n - 1),
    random: () => random.uniform(),
    distanceFn: (a, b) => Math.max(0, 1 - cosine(a, b)),
  }).fit(vectors);
  return Float32Array.from(points.flat());
}

/** Of the angle between two vectors; 0 where one of them has no direction. */
export function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    ab += a[i]! * b[i]!;
    aa += a[i]! * a[i]!;
    bb += b[i]! * b[i]!;
  }
  return ab / (Math.sqrt(aa * bb) || 1);
}
