import { describe, expect, it } from 'vitest';
import {
  cellUnder,
  footHeight,
  matrixLayout,
  readable,
  rowTop,
  scrolledTo,
  visible,
  zoomed,
} from '../../../../webview/explorer/weights/matrixLayout';

const names = { rows: 60, columns: 40 };
const top = { left: 0, top: 0 };
/** 1,000 rows by 100 columns with biases, in 400 pixels. */
const large = { rows: 1000, columns: 100, footRows: 1 };

describe('the cells of a matrix', () => {
  it('fit the columns into the width, and rows keep their names', () => {
    const layout = matrixLayout({ rows: 8, columns: 10, footRows: 1 }, 400, null, names);
    expect([layout.cellWidth, layout.cellHeight]).toEqual([32, 24]);
    expect([layout.left, layout.top]).toEqual([68, 48]);
    const narrow = matrixLayout({ rows: 8, columns: 64, footRows: 1 }, 400, null, names);
    expect([narrow.cellWidth, narrow.cellHeight, narrow.top]).toEqual([5, 12, 0]);
  });

  it('are square in another size, and never so small that they are not seen', () => {
    const layout = matrixLayout(large, 400, readable, names);
    expect([layout.cellWidth, layout.cellHeight]).toEqual([16, 16]);
    expect(matrixLayout({ ...large, columns: 5000 }, 200, null, names).cellWidth).toBe(2);
  });

  it('leave the larger part to the cells where names are long', () => {
    expect(matrixLayout(large, 200, null, { rows: 160, columns: 0 }).left).toBe(88);
  });

  it('have names of columns side by side where they are short', () => {
    const layout = matrixLayout({ rows: 2, columns: 3, footRows: 0 }, 400, null, { rows: 60, columns: 20 });
    expect([layout.isUpright, layout.top]).toEqual([true, 20]);
    expect(matrixLayout(large, 400, 16, names).isUpright).toBe(false);
  });
});

describe('a large matrix', () => {
  const layout = matrixLayout(large, 400, readable, names);
  const body = { width: 400 - layout.left, height: 480 - layout.top - footHeight(large) };

  it('paints what is seen and nothing else', () => {
    expect([layout.width, layout.height]).toEqual([400, 480]);
    expect(visible(layout, top)).toEqual({
      rows: { first: 0, end: Math.ceil(body.height / 16) },
      columns: { first: 0, end: Math.ceil(body.width / 16) },
    });
    const far = visible(layout, { left: 100 * 16 - body.width, top: 1000 * 16 - body.height });
    expect([far.rows.end, far.columns.end]).toEqual([1000, 100]);
    expect(far.rows.first).toBeGreaterThan(970);
  });

  it('has the biases always below', () => {
    const foot = rowTop(layout, 1000, { left: 0, top: 5000 });
    expect(foot).toBe(rowTop(layout, 1000, top));
    expect(foot + 16).toBeLessThanOrEqual(480);
    expect(cellUnder(layout, { left: 32, top: 5000 }, layout.left + 1, foot + 3)).toEqual({
      ...{ row: 1000, column: 2 },
    });
  });

  it('knows the cell under the pointer, and that names and gaps are none', () => {
    const { left, top: above } = layout;
    expect(cellUnder(layout, top, left + 17, above + 33)).toEqual({ row: 2, column: 1 });
    expect(cellUnder(layout, { left: 160, top: 1600 }, left + 1, above + 1)).toEqual({
      row: 100,
      column: 10,
    });
    expect(cellUnder(layout, top, left - 2, above + 5)).toBeNull();
    expect(cellUnder(layout, top, left + 5, above - 2)).toBeNull();
    expect(cellUnder(layout, top, left + 5, rowTop(layout, 1000, top) - 2)).toBeNull();
  });

  it('scrolls no further than it must', () => {
    expect(scrolledTo(layout, top, { row: 3, column: 2 })).toEqual(top);
    const down = scrolledTo(layout, top, { row: 100, column: 99 });
    expect(down).toEqual({ left: 1600 - body.width, top: 101 * 16 - body.height });
    expect(scrolledTo(layout, down, { row: 10, column: 0 })).toEqual({ left: 0, top: 160 });
    expect(scrolledTo(layout, down, { row: 1000, column: 99 })).toEqual(down);
  });
});

it('zooms to the next size, and stops at the ends', () => {
  expect([zoomed(5, 1), zoomed(5, -1), zoomed(16, 1), zoomed(48, 1), zoomed(2, -1)]).toEqual([
    ...[8, 4, 24, 48, 2],
  ]);
});
