/** Parts of a large matrix: which rows and columns a view gets, and what it must know of the others. */
import type { FloatArray } from '../engine/array';
import type { Entry, RowOrder } from '../protocol/layers';
import type { NamedMatrix } from './matrices';

/** @param weights (rows, columns), row-major */
export function rowNorms(weights: FloatArray, nColumns: number): Float32Array {
  const norms = new Float32Array(weights.length / nColumns);
  for (let row = 0; row < norms.length; row++) {
    let squares = 0;
    for (let i = row * nColumns; i < (row + 1) * nColumns; i++) squares += weights[i]! * weights[i]!;
    norms[row] = Math.sqrt(squares);
  }
  return norms;
}

/** @param weights (rows, columns), row-major */
export function columnNorms(weights: FloatArray, nColumns: number): Float32Array {
  const squares = new Float64Array(nColumns);
  for (let i = 0; i < weights.length; ) {
    for (let column = 0; column < nColumns; column++, i++) squares[column]! += weights[i]! * weights[i]!;
  }
  return Float32Array.from(squares, Math.sqrt);
}

/** The `n` of them with the largest values, in their own order; all if there are no more. */
export function withLargest(indices: Uint32Array, values: Float32Array, n: number): Uint32Array {
  return indices.length <= n ? indices : byValue(indices, values).slice(0, n).sort();
}

/** Those with the largest values first. A value that is no number comes first: it is what a person must see. */
export const byValue = (indices: Uint32Array, values: Float32Array): Uint32Array =>
  indices.slice().sort((a, b) => rank(values[b]!) - rank(values[a]!) || a - b);

const rank = (value: number) => (Number.isFinite(value) ? value : Number.MAX_VALUE);

export const allIndices = (n: number): Uint32Array => Uint32Array.from({ length: n }, (_, i) => i);

/** Rows whose names contain the words, whatever their case. */
export function rowsNamed(names: readonly string[], search: string): Uint32Array {
  const wanted = search.trim().toLowerCase();
  const all = allIndices(names.length);
  return wanted === '' ? all : all.filter(row => names[row]!.toLowerCase().includes(wanted));
}

/** The same in every language, and x9 before x10. */
const collator = new Intl.Collator('en', { numeric: true });

export function inOrder(
  rows: Uint32Array,
  order: RowOrder,
  names: readonly string[],
  norms: Float32Array,
): Uint32Array {
  if (order === 'norm') return byValue(rows, norms);
  if (order === 'model') return rows;
  return rows.slice().sort((a, b) => collator.compare(names[a]!, names[b]!) || a - b);
}

/** The cells of those rows and columns, row-major. */
export function cellsOf(
  weights: FloatArray,
  nColumns: number,
  rows: Uint32Array,
  columns: Uint32Array,
): Float32Array {
  const cells = new Float32Array(rows.length * columns.length);
  let i = 0;
  for (const row of rows) for (const column of columns) cells[i++] = weights[row * nColumns + column]!;
  return cells;
}

/** The largest magnitude among finite values: one end of a scale that is centred on 0. */
export function largestMagnitude(...arrays: readonly FloatArray[]): number {
  let largest = 0;
  for (const values of arrays) {
    for (let i = 0; i < values.length; i++) {
      const size = Math.abs(values[i]!);
      if (size > largest && size < Number.POSITIVE_INFINITY) largest = size;
    }
  }
  return largest;
}

/** The weights with the largest magnitudes, these first. */
export function largestEntries({ weights, rowNames, columnNames }: NamedMatrix, n: number): Entry[] {
  const places: number[] = [];
  const size = (place: number) => Math.abs(weights[place]!);
  for (let place = 0; place < weights.length; place++) {
    if (places.length === n && !(size(place) > size(places[n - 1]!))) continue;
    const at = places.findIndex(other => size(place) > size(other));
    places.splice(at === -1 ? places.length : at, 0, place);
    places.length = Math.min(places.length, n);
  }
  return places.map(place => ({
    row: rowNames[Math.floor(place / columnNames.length)]!,
    column: columnNames[place % columnNames.length]!,
    value: weights[place]!,
  }));
}
