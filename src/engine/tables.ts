import type { FloatArray } from './array';

/** Rows of parameters that samples select instead of multiplying them by zeros and ones. */
export interface Table {
  /** (size, width), row-major; may be a part of a larger array. */
  readonly rows: FloatArray;
  readonly width: number;
  /** Which of a sample's choices are made here. */
  readonly firstChoice: number;
  readonly nChoices: number;
}

/** The choices of a batch. */
export interface Choices {
  /** (batch, choices), row-major; −1 selects nothing. */
  readonly selected: Int32Array;
  /** Choices of a sample, in all tables. */
  readonly nChoices: number;
}

/** Where the selected rows of a sample go to, or where their gradients come from. */
export interface Places {
  readonly values: FloatArray;
  /** Numbers from one sample to the next. */
  readonly stride: number;
  /** Place of the first choice, and how far the next choice's is from it: 0 adds all choices up. */
  readonly first: number;
  readonly step: number;
}

/** Adds the selected rows: what X W would be with one-hot rows X, without a multiplication. */
export function addSelectedRows(places: Places, table: Table, choices: Choices, nRows: number) {
  const { values } = places;
  const { rows, width } = table;
  forEachChoice(places, table, choices, nRows, (row, place) => {
    for (let i = 0; i < width; i++) values[place + i]! += rows[row * width + i]!;
  });
}

/**
 * Sums up the gradients of each selected row; no other row has one.
 * @param gradients (touched rows, width), overwritten: in the order in which the rows are met
 * @param touched   overwritten with these rows
 */
export function sumRowGradients(
  gradients: FloatArray,
  touched: TouchedRows,
  places: Places,
  table: Table,
  choices: Choices,
  nRows: number,
) {
  const { values } = places;
  const { width } = table;
  touched.clear();
  forEachChoice(places, table, choices, nRows, (row, place) => {
    const isNew = !touched.has(row);
    const first = touched.add(row) * width;
    if (isNew) gradients.fill(0, first, first + width);
    for (let i = 0; i < width; i++) gradients[first + i]! += values[place + i]!;
  });
}

function forEachChoice(
  { stride, first, step }: Places,
  { firstChoice, nChoices: n }: Table,
  { selected, nChoices }: Choices,
  nRows: number,
  visit: (row: number, place: number) => void,
) {
  for (let sample = 0; sample < nRows; sample++) {
    for (let c = 0; c < n; c++) {
      const row = selected[sample * nChoices + firstChoice + c]!;
      if (row >= 0) visit(row, sample * stride + first + c * step);
    }
  }
}

/** The rows of a table that a batch selects, each once, in the order in which they are met. */
export class TouchedRows {
  readonly #rows: Int32Array;
  /** (size): where a row stands in the list, from 1; 0 where it does not. */
  readonly #places: Int32Array;
  #n = 0;

  /**
   * @param size    of the table
   * @param maxRows that are met at most
   */
  constructor(size: number, maxRows: number) {
    this.#rows = new Int32Array(maxRows);
    this.#places = new Int32Array(size);
  }

  has(row: number): boolean {
    return this.#places[row]! > 0;
  }

  /** @returns where the row stands in the list */
  add(row: number): number {
    if (!this.has(row)) {
      this.#rows[this.#n++] = row;
      this.#places[row] = this.#n;
    }
    return this.#places[row]! - 1;
  }

  clear() {
    for (const row of this.rows) this.#places[row] = 0;
    this.#n = 0;
  }

  get rows(): Int32Array {
    return this.#rows.subarray(0, this.#n);
  }
}
