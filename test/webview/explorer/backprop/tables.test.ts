import { describe, expect, it } from 'vitest';
import { fold, type NumberTable, nFolded } from '../../../../webview/explorer/backprop/tables';

const tableOf = (values: readonly number[], extra: Partial<NumberTable> = {}): NumberTable => ({
  corner: 'unit',
  head: ['z'],
  rows: values.map((value, id) => ({ id, name: `unit ${id}`, cells: [value] })),
  ...extra,
});
const ids = (table: NumberTable, isOpen = false) => fold(table, isOpen).rows.map(({ id }) => id);

describe('a table', () => {
  it('that is short is shown in its order', () => {
    const { rows, ...rest } = tableOf([3, -9, 1]);
    expect(ids({ ...rest, rows: rows.toReversed() })).toEqual([0, 1, 2]);
    expect(fold({ ...rest, rows }, false)).toMatchObject({ isLong: false, hidden: { count: 0 } });
  });

  it('that is a little longer than its folded form is not folded', () => {
    expect(ids(tableOf(Array.from({ length: nFolded + 2 }, (_, i) => i)))).toHaveLength(nFolded + 2);
  });

  it('that is long shows its largest rows by magnitude, of equals the first, and unfolds in its order', () => {
    const table = tableOf([0, 1, -2, 3, -4, 5, 6, -7, 8, 9, -9, 0.5]);
    expect(ids(table)).toEqual([9, 10, 8, 7, 6, 5, 4, 3]);
    expect(fold(table, false)).toMatchObject({ isLong: true, hidden: { count: 4, sum: null } });
    expect(ids(table, true)).toEqual([...Array(12).keys()]);
  });

  it('whose column adds up tells the sum of what it hides, with what was never sent', () => {
    const table = tableOf([9, 1, 8, -2, 7, 6, 5, 4, 10, 11, 0.5], { rest: { count: 52, sum: 0.031 } });
    expect(fold(table, false).hidden).toEqual({ count: 55, sum: expect.closeTo(1 - 2 + 0.5 + 0.031, 12) });
    expect(fold(table, true).hidden).toEqual({ count: 52, sum: 0.031 });
  });

  it('may be folded by another column than its last; what is no number comes first', () => {
    const rows = Array.from({ length: 12 }, (_, id) => ({
      ...{ id, name: String(id) },
      cells: [id === 2 ? Number.NaN : -id, 100 - id],
    }));
    expect(ids({ corner: '', head: ['a', 'b'], rows, foldBy: 0 })).toEqual([2, 11, 10, 9, 8, 7, 6, 5]);
  });
});
