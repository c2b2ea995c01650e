import { type FloatArray, zerosLike } from './array';

/** How the numbers of a layer are spread: bins of equal width from the smallest to the largest. */
export interface Histogram {
  readonly min: number;
  readonly max: number;
  /** One a bin; a value on the border of two is in the upper one, the largest value in the last. */
  readonly counts: number[];
}

export const nBins = 32;

/** Values looked at, at most: with more, the shape would hardly change. */
export const maxValuesLookedAt = 4096;

/**
 * Of every value, or of many every n-th.
 * @param values (rows, columns), row-major: of weights (inputs, outputs)
 * @returns null where a value is not finite, or none is there
 */
export function histogram(values: FloatArray, nColumns: number): Histogram | null {
  const spacing = spacingOf(values.length, nColumns);
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i += spacing) {
    min = Math.min(min, values[i]!);
    max = Math.max(max, values[i]!);
  }
  if (!Number.isFinite(max - min)) return null;
  const counts = new Array<number>(nBins).fill(0);
  // Where all are alike, the first bin takes them.
  const binsPerUnit = max > min ? nBins / (max - min) : 0;
  for (let i = 0; i < values.length; i += spacing)
    counts[Math.min(nBins - 1, ((values[i]! - min) * binsPerUnit) | 0)]!++;
  return { min, max, counts };
}

/** The values that `histogram` would look at, of rows that come one after another and lie wherever they lie. */
export class EvenSample {
  readonly #values: FloatArray;
  readonly #spacing: number;
  /** Column of the next value, counted from the start of the next row. */
  #next = 0;
  #n = 0;

  /** @param like an array of the same type as the values */
  constructor(
    like: FloatArray,
    nRows: number,
    private readonly nColumns: number,
  ) {
    this.#spacing = spacingOf(nRows * nColumns, nColumns);
    this.#values = zerosLike(like, Math.ceil((nRows * nColumns) / this.#spacing));
  }

  /** Takes its part of a row whose values follow on one another from `start` on. */
  addRow(values: FloatArray, start: number) {
    const { nColumns } = this;
    const taken = this.#values;
    const spacing = this.#spacing;
    let n = this.#n;
    let column = this.#next;
    for (; column < nColumns; column += spacing) taken[n++] = values[start + column]!;
    this.#n = n;
    this.#next = column - nColumns;
  }

  /** The same of a row that lies elsewhere in each column: `row · step` after where the column begins. */
  addScattered(values: FloatArray, row: number, begins: Uint32Array, steps: Uint32Array) {
    const { nColumns } = this;
    let column = this.#next;
    for (; column < nColumns; column += this.#spacing)
      this.#values[this.#n++] = values[begins[column]! + row * steps[column]!]!;
    this.#next = column - nColumns;
  }

  /** Of all rows, when they have come. */
  histogram = (): Histogram | null => histogram(this.#values, 1);
}

/** Shares no factor with the row's length, so that every column has its turn. */
function spacingOf(nValues: number, nColumns: number): number {
  let spacing = Math.max(1, Math.ceil(nValues / maxValuesLookedAt));
  while (greatestCommonDivisor(spacing, nColumns) > 1) spacing++;
  return spacing;
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);
