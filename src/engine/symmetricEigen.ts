export interface Eigen {
  /** The largest first. */
  readonly eigenvalues: Float64Array;
  /** (size, size): one a row, of length 1, in the order of the values. */
  readonly eigenvectors: Float64Array;
}

/** Rounding errors end the sweeps long before. */
const maxSweeps = 50;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations in cyclic order.
 * @param matrix (size, size), row-major; overwritten
 * Cubic in the size, some 8 sweeps: for a few hundred rows at most.
 * Source: Golub and Van Loan 2013, section 8.5.
 */
export function symmetricEigen(matrix: Float64Array, size: number): Eigen {
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1;
  let isDiagonal = false;
  for (let sweep = 0; sweep < maxSweeps && !isDiagonal; sweep++) {
    isDiagonal = true;
    for (let p = 0; p < size; p++)
      for (let q = p + 1; q < size; q++) if (rotate(matrix, vectors, size, p, q)) isDiagonal = false;
  }
  const order = Array.from({ length: size }, (_, i) => i).sort(
    (a, b) => matrix[b * size + b]! - matrix[a * size + a]!,
  );
  const eigenvectors = new Float64Array(size * size);
  for (const [i, from] of order.entries())
    eigenvectors.set(vectors.subarray(from * size, (from + 1) * size), i * size);
  return { eigenvalues: Float64Array.from(order, i => matrix[i * size + i]!), eigenvectors };
}

/** Makes the element (p, q) 0, unless it is lost beside the diagonal already. */
function rotate(matrix: Float64Array, vectors: Float64Array, size: number, p: number, q: number): boolean {
  const pp = matrix[p * size + p]!;
  const qq = matrix[q * size + q]!;
  const pq = matrix[p * size + q]!;
  if (!(Math.abs(pq) > Number.EPSILON * Math.sqrt(Math.abs(pp * qq)))) return false;
  const tau = (qq - pp) / (2 * pq);
  // The smaller of the two angles.
  const tangent = (tau < 0 ? -1 : 1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
  const c = 1 / Math.sqrt(1 + tangent * tangent);
  const s = tangent * c;
  for (let k = 0; k < size; k++) turn(matrix, k * size + p, k * size + q, c, s);
  for (let k = 0; k < size; k++) turn(matrix, p * size + k, q * size + k, c, s);
  for (let k = 0; k < size; k++) turn(vectors, p * size + k, q * size + k, c, s);
  return true;
}

function turn(values: Float64Array, i: number, j: number, c: number, s: number) {
  const a = values[i]!;
  const b = values[j]!;
  values[i] = c * a - s * b;
  values[j] = s * a + c * b;
}
