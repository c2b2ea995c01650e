import type { FunctionBuilder } from './functionBuilder';
import type { InstructionSet } from './instructionSet';
import { lanes, vectorBytes } from './vector';
import { type Expression, i32, type Variable } from './wat';

/** A block of the result that is computed as a whole, in registers. */
export interface Tile {
  readonly rows: number;
  /** Columns, in vectors of four: 2 in a full panel, 1 in a last one of at most four columns. */
  readonly vectors: number;
}

/** Columns of a full panel of weights. */
export const panelVectors = 2;

export const nameOf = (kernel: string, { rows, vectors }: Tile) => `${kernel}${rows}x${vectors * lanes}`;

/** Rows of the largest tile: half as many columns leave room for twice as many rows. */
export const maxRowsOf = ({ tileRows }: InstructionSet, vectors: number) =>
  (tileRows * panelVectors) / vectors;

export const range = (n: number) => [...Array(n).keys()];

/** Every tile that any matrix can be cut into. */
export const tilesOf = (set: InstructionSet): Tile[] =>
  range(panelVectors).flatMap(v => range(maxRowsOf(set, v + 1)).map(i => ({ rows: i + 1, vectors: v + 1 })));

/** Calls `visit` for every vector of the tile, row by row, with its byte offset in a panel. */
export function forEachVector(
  { rows, vectors }: Tile,
  visit: (row: number, vector: number, offset: number) => void,
) {
  for (const row of range(rows))
    for (const vector of range(vectors)) visit(row, vector, vectorBytes * (row * vectors + vector));
}

/** Accumulators of a tile: one vector for each of its rows and columns. */
export const accumulators = (f: FunctionBuilder, { rows, vectors }: Tile): Variable[][] =>
  range(rows).map(row => f.vectors(`sum${row}_`, vectors));

/** Cuts `count` rows into tiles of `maxRows` and one of what is left. */
export function cutRows(
  f: FunctionBuilder,
  count: Expression,
  maxRows: number,
  call: (rows: number, nTiles: Expression, rowsBefore: Expression) => void,
) {
  const nTiles = f.local('i32', 'nTiles');
  const rest = f.local('i32', 'rest');
  f.set(nTiles, i32.quotient(count, maxRows));
  f.set(rest, i32.remainder(count, maxRows));
  f.when(nTiles, () => call(maxRows, nTiles, 0));
  for (const rows of range(maxRows).slice(1))
    f.when(i32.equal(rest, rows), () => call(rows, 1, i32.times(nTiles, maxRows)));
}
