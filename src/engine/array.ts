/** Numbers of the engine: float32 in the product, float64 where a test proves the mathematics. */
export type FloatArray = Float32Array | Float64Array;

/** A new array of zeros of the same precision as `array`. */
export function zerosLike(array: FloatArray, length = array.length): FloatArray {
  return array instanceof Float64Array ? new Float64Array(length) : new Float32Array(length);
}

/** Euclidean norm, summed in float64. */
export function norm(values: FloatArray): number {
  let sum = 0;
  // By index: for…of over a typed array takes ten times as long.
  for (let i = 0; i < values.length; i++) sum += values[i]! * values[i]!;
  return Math.sqrt(sum);
}

/** Index of the largest of `n` values from `offset`; the first of equals. */
export function argMax(values: FloatArray, offset = 0, n = values.length): number {
  let best = 0;
  for (let i = 1; i < n; i++) if (values[offset + i]! > values[offset + best]!) best = i;
  return best;
}

/** Copies `nRows` rows of `width` numbers between arrays whose rows lie `stride` numbers apart. */
export function copyRows(
  target: FloatArray,
  targetStride: number,
  source: FloatArray,
  sourceStride: number,
  width: number,
  nRows: number,
) {
  for (let n = 0; n < nRows; n++) {
    const to = n * targetStride;
    const from = n * sourceStride;
    for (let i = 0; i < width; i++) target[to + i] = source[from + i]!;
  }
}
