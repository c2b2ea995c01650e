import { expect, test } from 'vitest';
import type { LayerMatrix } from '../../../../src/protocol';
import { captionOf, cellText } from '../../../../webview/explorer/weights/matrixText';

const side = (names: string[], more = {}) => ({
  ...{ names, norms: new Float32Array(names.length) },
  ...{ nFound: names.length, nAll: names.length, ...more },
});
const matrix: LayerMatrix = {
  ...{ epoch: 3, name: 'output', limit: 4, largest: [] },
  rows: side(['petal_width', 'petal_length']),
  columns: side(['setosa', 'versicolor', 'virginica']),
  weights: Float32Array.of(1, 0, -3, 0, 0.5, 4),
  vectors: [{ name: 'bias', values: Float32Array.of(0.25, 0, 0) }],
};

test('a cell is told with both names; biases stand below the rows', () => {
  expect(cellText(matrix, { row: 0, column: 2 })).toBe('petal_width × virginica = −3.00');
  expect(cellText(matrix, { row: 2, column: 0 })).toBe('bias × setosa = 0.250');
  expect(cellText(matrix, { row: 3, column: 0 })).toBe('');
});

test('what is left out is said', () => {
  expect(captionOf(matrix)).toBe('Rows: 2 of 2 · columns: 3 of 3');
  const cut = { ...matrix, rows: side(['a'], { nFound: 2500, nAll: 2500 }) };
  expect(captionOf(cut)).toContain('longest weight vectors');
  const searched = { ...matrix, rows: side(['a'], { nFound: 1, nAll: 2500 }) };
  expect(captionOf(searched)).toBe('Rows: 1 of 2\u202f500 · columns: 3 of 3');
});
