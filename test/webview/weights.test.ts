import { expect, test } from 'vitest';
import type { LayerWeights } from '../../src/protocol';
import { cellAt, cellForKey, cellSize } from '../../webview/explorer/grid';
import { unitsByNorm, weightOf, weightText } from '../../webview/explorer/layerPicture';

/** Two inputs, three units. */
const layer: LayerWeights = {
  name: 'output',
  activation: 'softmax',
  inputNames: ['petal_width', 'petal_length'],
  outputNames: ['setosa', 'versicolor', 'virginica'],
  weights: Float32Array.of(1, 0, -3, 0, 0.5, 4),
  biases: Float32Array.of(0, 0, 0),
};
const shape = { rows: 2, columns: 3 };

test('weights are (inputs, outputs), row by row', () => {
  expect(weightOf(layer, 0, 2)).toBe(-3);
  expect(weightOf(layer, 1, 1)).toBe(0.5);
  expect(weightText(layer, 0, 2)).toBe('petal_width × virginica = −3.00');
});

test('units come with the longest weight vector first', () => {
  expect(unitsByNorm(layer)).toEqual([
    { unit: 2, norm: 5 },
    { unit: 0, norm: 1 },
    { unit: 1, norm: 0.5 },
  ]);
});

test('cells have whole pixels, neither huge nor invisible', () => {
  expect([cellSize(300, 3), cellSize(300, 32), cellSize(300, 784)]).toEqual([24, 9, 2]);
});

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
