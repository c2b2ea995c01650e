/** Cells of a matrix on screen. */

export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface GridShape {
  readonly rows: number;
  readonly columns: number;
}

/** The cell under a point, which is given in cells. */
export function cellAt(x: number, y: number, { rows, columns }: GridShape): Cell {
  return { row: clamp(Math.floor(y), rows), column: clamp(Math.floor(x), columns) };
}

/** The cell that an arrow key leads to; null for any other key. */
export function cellForKey(key: string, from: Cell | null, { rows, columns }: GridShape): Cell | null {
  const move = moves[key];
  if (!move) return null;
  if (!from) return { row: 0, column: 0 };
  return { row: clamp(from.row + move.row, rows), column: clamp(from.column + move.column, columns) };
}

const moves: Readonly<Record<string, Cell>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

export const px = (length: number): string => `${length}px`;

const clamp = (i: number, n: number): number => Math.min(n - 1, Math.max(0, i));
