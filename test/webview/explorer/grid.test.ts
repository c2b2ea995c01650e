import { expect, test } from 'vitest';
import { cellAt, cellForKey } from '../../../webview/explorer/grid';

const shape = { rows: 2, columns: 3 };

test('a point at the edge still belongs to a cell', () => {
  expect(cellAt(1.5, 0.2, shape)).toEqual({ row: 0, column: 1 });
  expect(cellAt(3, 2, shape)).toEqual({ row: 1, column: 2 });
  expect(cellAt(-0.1, -0.1, shape)).toEqual({ row: 0, column: 0 });
});

test('arrow keys walk over the cells and stop at the edge', () => {
  expect(cellForKey('ArrowDown', null, shape)).toEqual({ row: 0, column: 0 });
  expect(cellForKey('ArrowRight', { row: 0, column: 1 }, shape)).toEqual({ row: 0, column: 2 });
  expect(cellForKey('ArrowRight', { row: 0, column: 2 }, shape)).toEqual({ row: 0, column: 2 });
  expect(cellForKey('Tab', null, shape)).toBeNull();
});
