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
 * Adds the gradients of the selected rows to those of the table, `gradients`; all others stay as they are.
 * @param touched is told each row that gets one
 */
export function addRowGradients(
  gradients: FloatArray,
  places: Places,
  table: Table,
  choices: Choices,
  nRows: number,
  touched: TouchedRows,
) {
  const { values } = places;
  const { width } = table;
  forEachChoice(places, table, choices, nRows, (row, place) => {
    touched.add(row);
    for (let i = 0; i < width; i++) gradients[row * width + i]! += values[place + i]!;
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
  readonly #isTouched: Uint8Array;
  #n = 0;

  /** @param size of the table */
  constructor(size: number) {
    this.#rows = new Int32Array(size);
    this.#isTouched = new Uint8Array(size);
  }

  add(row: number) {
    if (this.#isTouched[row]) return;
    this.#isTouched[row] = 1;
    this.#rows[this.#n++] = row;
  }

  clear() {
    for (const row of this.rows) this.#isTouched[row] = 0;
    this.#n = 0;
  }

  get rows(): Int32Array {
    return this.#rows.subarray(0, this.#n);
  }
}
