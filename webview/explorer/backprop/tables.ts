/** What a step shows, as plain data. */
export interface Step {
  readonly key: string;
  readonly phase: 'forward' | 'backward' | 'update';
  readonly title: string;
  /** In the markup of `Formula`; so are `result`, `line` and the heads of columns. */
  readonly formula: string;
  /** The formula with its numbers, where the step has one result. */
  readonly result?: string | undefined;
  readonly notes?: readonly (string | false)[];
  readonly table: NumberTable;
  /** The row that is looked at closer first; the first one that is shown if not given. */
  readonly first?: number;
  /** How one row comes about. */
  readonly detail?: (row: number) => Detail;
}

export interface Detail {
  readonly line?: string;
  readonly table?: NumberTable;
}

export interface NumberTable {
  /** What the rows are. */
  readonly corner: string;
  /** Formulas; names are text. */
  readonly head: readonly (string | { readonly name: string })[];
  readonly rows: readonly TableRow[];
  /** Column by which a long table is folded; the last one if not given. */
  readonly foldBy?: number;
  /** What was too much to be sent. */
  readonly rest?: Rest;
  /** Rows that are always shown, such as the bias and the sum. */
  readonly last?: readonly TableRow[];
}

export interface TableRow {
  readonly id: number;
  readonly name: string;
  readonly cells: readonly Cell[];
}
export type Cell = number | string | null;

export interface Rest {
  readonly count: number;
  /** Null where the column does not add up. */
  readonly sum: number | null;
}

export interface Folded {
  readonly rows: readonly TableRow[];
  /** Rows that are not shown. */
  readonly hidden: Rest;
  /** More than are shown at once, so that there is something to fold. */
  readonly isLong: boolean;
}

/** Rows of a long table that are shown at first. */
export const nFolded = 8;

/** All rows in their order, or of a long table those with the largest numbers, the largest first. */
export function fold({ rows, rest, foldBy = -1 }: NumberTable, isOpen: boolean): Folded {
  const size = ({ cells }: TableRow) => magnitude(cells.at(foldBy));
  const isLong = rows.length > nFolded + 2;
  const isFolded = isLong && !isOpen;
  const order = isFolded
    ? rows.toSorted((a, b) => size(b) - size(a) || a.id - b.id)
    : rows.toSorted((a, b) => a.id - b.id);
  const shown = isFolded ? order.slice(0, nFolded) : order;
  const hidden = order.slice(shown.length);
  const { count, sum } = rest ?? { count: 0, sum: null };
  const sumOfAll =
    sum === null ? null : hidden.reduce((total, { cells }) => total + Number(cells.at(-1)), sum);
  return { rows: shown, isLong, hidden: { count: hidden.length + count, sum: sumOfAll } };
}

/** What is no number comes first: something is wrong there. */
function magnitude(cell: Cell | undefined): number {
  const value = Number(cell);
  return Number.isNaN(value) ? Number.MAX_VALUE : Math.abs(value);
}
