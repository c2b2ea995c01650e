import type { FloatArray } from './array';
import { symmetricEigen } from './symmetricEigen';

export interface PrincipalComponents {
  /** (rows, nComponents), row-major: each row's place along the components; the mean of each is 0. */
  readonly scores: Float64Array;
  /** (nComponents) Part of the variance along each; 0 where nothing varies. */
  readonly shares: readonly number[];
}

/**
 * Principal component analysis: the directions along which the rows vary most.
 * @param values (rows, width), row-major, finite; not changed
 * @param nComponents those beyond what the rows span are 0
 *
 * The eigenvectors are those of XᵀX or, where there are fewer rows than numbers in a row, of XXᵀ, with the mean taken
 * off X. Of each component, the largest loading is positive, so that the sign is a matter of the values alone.
 * Source: Jolliffe 2002, Principal Component Analysis, sections 1.1 and 3.5; sign as `svd_flip` of scikit-learn with
 * `u_based_decision=False`.
 */
export function principalComponents(
  values: FloatArray,
  width: number,
  nComponents: number,
): PrincipalComponents {
  const n = values.length / width;
  const x = centred(values, width);
  const size = Math.min(n, width);
  // (n, width) seen as vectors of the smaller side.
  const at =
    n < width ? (i: number, k: number) => x[i * width + k]! : (i: number, k: number) => x[k * width + i]!;
  const { eigenvalues, eigenvectors } = symmetricEigen(products(at, size, Math.max(n, width)), size);
  const total = eigenvalues.reduce((sum, value) => sum + Math.max(0, value), 0);
  const scores = new Float64Array(n * nComponents);
  for (let c = 0; c < Math.min(nComponents, size); c++) {
    const vector = eigenvectors.subarray(c * size, (c + 1) * size);
    const loadings = n < width ? times(vector, x, width) : vector;
    // Without variance there is no direction.
    if (!(eigenvalues[c]! > total * 1e-14)) continue;
    const scale = signOfLargest(loadings) / Math.sqrt(dot(loadings, loadings));
    for (let row = 0; row < n; row++)
      scores[row * nComponents + c] = scale * dot(x.subarray(row * width, (row + 1) * width), loadings);
  }
  const shares = Array.from(
    { length: nComponents },
    (_, c) => Math.max(0, eigenvalues[c] ?? 0) / (total || 1),
  );
  return { scores, shares };
}

function centred(values: FloatArray, width: number): Float64Array {
  const x = Float64Array.from(values);
  const n = x.length / width;
  for (let column = 0; column < width; column++) {
    let sum = 0;
    for (let i = column; i < x.length; i += width) sum += x[i]!;
    for (let i = column; i < x.length; i += width) x[i]! -= sum / n;
  }
  return x;
}

/** (size, size) Inner products of all pairs of vectors. */
function products(at: (i: number, k: number) => number, size: number, length: number): Float64Array {
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = i; j < size; j++) {
      let sum = 0;
      for (let k = 0; k < length; k++) sum += at(i, k) * at(j, k);
      result[i * size + j] = sum;
      result[j * size + i] = sum;
    }
  }
  return result;
}

/** Row vector × matrix. */
function times(vector: Float64Array, matrix: Float64Array, width: number): Float64Array {
  const result = new Float64Array(width);
  for (let i = 0; i < vector.length; i++)
    for (let k = 0; k < width; k++) result[k]! += vector[i]! * matrix[i * width + k]!;
  return result;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function signOfLargest(values: Float64Array): number {
  let largest = 0;
  for (const value of values) if (Math.abs(value) > Math.abs(largest)) largest = value;
  return Math.sign(largest);
}
