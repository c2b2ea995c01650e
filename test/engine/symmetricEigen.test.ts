import { expect, test } from 'vitest';
import { symmetricEigen } from '../../src/engine/symmetricEigen';

const matrix = () => Float64Array.of(4, 1, -2, 2, 1, 2, 0, 1, -2, 0, 3, -2, 2, 1, -2, -1);

test('eigenvalues are those of numpy.linalg.eigh, the largest first', () => {
  const { eigenvalues } = symmetricEigen(matrix(), 4);
  const expected = [6.844621107234965, 2.2685314064312423, 1.0843644637732166, -2.1975169774394243];
  for (const [i, value] of expected.entries()) expect(eigenvalues[i]).toBeCloseTo(value, 12);
});

test('the matrix only stretches an eigenvector, and they stand at right angles', () => {
  const { eigenvalues, eigenvectors } = symmetricEigen(matrix(), 4);
  const vector = (i: number) => [...eigenvectors.subarray(4 * i, 4 * i + 4)];
  const dot = (a: number[], b: number[]) => a.reduce((sum, value, k) => sum + value * b[k]!, 0);
  const rows = [0, 1, 2, 3].map(row => [...matrix().subarray(4 * row, 4 * row + 4)]);
  for (let i = 0; i < 4; i++) {
    for (const [row, cells] of rows.entries())
      expect(dot(cells, vector(i))).toBeCloseTo(eigenvalues[i]! * vector(i)[row]!, 12);
    for (let j = 0; j < 4; j++) expect(dot(vector(i), vector(j))).toBeCloseTo(i === j ? 1 : 0, 12);
  }
});

test('a matrix of 0 has no directions but values', () => {
  expect([...symmetricEigen(new Float64Array(9), 3).eigenvalues]).toEqual([0, 0, 0]);
});
