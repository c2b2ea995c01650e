import { expect, test } from 'vitest';
import type { NamedMatrix } from '../../src/worker/matrices';
import {
  allIndices,
  byValue,
  cellsOf,
  columnNorms,
  inOrder,
  largestEntries,
  largestMagnitude,
  rowNorms,
  rowsNamed,
  withLargest,
} from '../../src/worker/matrixPart';

/** Three rows, two columns. */
const weights = Float32Array.of(3, 4, 0, -1, 6, 8);
const names = ['city=Bonn', 'city=Aachen', 'x10'];

test('norms are those of the rows and of the columns', () => {
  expect([...rowNorms(weights, 2)]).toEqual([5, 1, 10]);
  expect([...columnNorms(weights, 2)]).toEqual([Math.fround(Math.sqrt(45)), 9]);
});

test('of more rows than can be shown, the longest are, in their own order', () => {
  expect([...withLargest(allIndices(3), rowNorms(weights, 2), 2)]).toEqual([0, 2]);
  expect([...withLargest(allIndices(3), rowNorms(weights, 2), 3)]).toEqual([0, 1, 2]);
});

test('what is no number comes before all others', () => {
  expect([...byValue(allIndices(3), Float32Array.of(1, Number.NaN, 2))]).toEqual([1, 2, 0]);
});

test('rows are found by a part of their names', () => {
  expect([...rowsNamed(names, ' CITY ')]).toEqual([0, 1]);
  expect([...rowsNamed(names, '')]).toEqual([0, 1, 2]);
  expect([...rowsNamed(names, 'zug')]).toEqual([]);
});

test('rows come as the model has them, by their norms, or by their names', () => {
  const norms = rowNorms(weights, 2);
  const ordered = (order: 'model' | 'norm' | 'name') => [...inOrder(allIndices(3), order, names, norms)];
  expect(ordered('model')).toEqual([0, 1, 2]);
  expect(ordered('norm')).toEqual([2, 0, 1]);
  expect(ordered('name')).toEqual([1, 0, 2]);
  const numbered = ['x10', 'x9'];
  expect([...inOrder(allIndices(2), 'name', numbered, norms)]).toEqual([1, 0]);
});

test('cells are those of the chosen rows and columns', () => {
  expect([...cellsOf(weights, 2, Uint32Array.of(2, 0), Uint32Array.of(1))]).toEqual([8, 4]);
});

test('the scale goes to the largest magnitude that is finite', () => {
  expect(largestMagnitude(Float32Array.of(1, Number.NEGATIVE_INFINITY, Number.NaN, -2))).toBe(2);
  expect(largestMagnitude(weights, Float32Array.of(-9))).toBe(9);
});

test('the largest weights have the names of their rows and columns', () => {
  const matrix: NamedMatrix = {
    ...{ name: 'output', kind: 'layer', activation: 'softmax' },
    ...{ rowNames: names, columnNames: ['a', 'b'], weights, vectors: [] },
  };
  expect(largestEntries(matrix, 3)).toEqual([
    { row: 'x10', column: 'b', value: 8 },
    { row: 'x10', column: 'a', value: 6 },
    { row: 'city=Bonn', column: 'b', value: 4 },
  ]);
  expect(largestEntries(matrix, 99)).toHaveLength(6);
});
