import { expect, it } from 'vitest';
import { searchRows } from '../../src/data/search';
import type { Table } from '../../src/data/types';

it('leaves numbers out, and says so, where there are too many to write as text', () => {
  const nRows = 4_000_000;
  const table: Table = {
    origin: { key: 'data.path', path: 'a.csv' },
    nRows,
    columns: [{ kind: 'numeric', name: 'x', values: new Float32Array(nRows), offset: 0, stride: 1 }],
  };
  const rows = new Uint32Array(nRows);
  expect(searchRows(table, rows, false, '0').withoutNumbers).toBe(true);
  expect(searchRows(table, rows, false, '0').matches(0)).toBe(false);
  expect(searchRows(table, rows.subarray(0, 100), false, '0').matches(0)).toBe(true);
});
