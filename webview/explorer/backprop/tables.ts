import type { BackpropStep, StepDetail } from '../../../src/protocol';
import { say, text } from './words';

export interface NumberTable {
  /** What the rows are. */
  readonly corner: string;
  readonly head: BackpropStep['table']['head'];
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

/** The rows of a step. */
export function tableOf({ table }: BackpropStep): NumberTable {
  const { corner, head, names, columns, foldBy } = table;
  return {
    ...{ corner: say(corner), head, ...(foldBy !== undefined && { foldBy }) },
    rows: names.map((name, id) => ({
      ...{ id, name: text(name) },
      cells: columns.map(column => {
        const cell = column[id]!;
        return typeof cell === 'number' ? cell : text(cell);
      }),
    })),
  };
}

/** What one row of a step comes from: its terms, and what stands below them. */
export function termsOf(detail: StepDetail, row: number): NumberTable {
  const {
    corner,
    head,
    names,
    of,
    columns,
    last = [],
    rest,
    nShown,
    nTerms,
    foldBy,
    firstChosen = Infinity,
  } = detail;
  const start = of.length > nShown ? row * nShown : 0;
  const rows = Array.from({ length: nShown }, (_, k) => {
    const id = of[start + k]!;
    const at = { both: row * nShown + k, term: id, row };
    const cells = columns.map(({ by, values, isFactor }) =>
      isFactor && id >= firstChosen ? '' : values[at[by]]!,
    );
    return { id, name: names[id]!, cells };
  });
  return {
    ...{ corner: say(corner), head, rows, ...(foldBy !== undefined && { foldBy }) },
    rest: { count: nTerms - nShown, sum: rest?.[row] ?? null },
    last: last.map(({ name, columns: values }, i) => ({
      ...{ id: -1 - i, name },
      cells: values.map(column => column?.[row] ?? ''),
    })),
  };
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
