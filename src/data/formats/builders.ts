import type { Column } from '../types';
import { isMissingText } from './cells';

/** @returns NaN when the text is no number */
export type ToNumber = (text: string) => number;

/** A column of known kind and length that is filled row by row. */
export interface ColumnBuilder {
  readonly column: Column;
  set(row: number, text: string): void;
}

/** Counts what a column holds, and so decides its kind. */
export class Survey {
  readonly #name: string;
  readonly #toNumber: ToNumber;
  #nNumbers = 0;
  #nTexts = 0;

  constructor(name: string, toNumber: ToNumber) {
    this.#name = name;
    this.#toNumber = toNumber;
  }

  add(text: string): void {
    if (!Number.isNaN(this.#toNumber(text))) this.#nNumbers++;
    else if (!isMissingText(text)) this.#nTexts++;
  }

  /** Mostly numbers means that numbers were meant; a column without any value counts as numeric too. */
  builder(nRows: number): ColumnBuilder {
    const isNumeric = this.#nTexts === 0 || this.#nNumbers > this.#nTexts;
    return isNumeric
      ? numericBuilder(this.#name, nRows, this.#toNumber)
      : categoricalBuilder(this.#name, nRows);
  }
}

function numericBuilder(name: string, nRows: number, toNumber: ToNumber): ColumnBuilder {
  const values = new Float64Array(nRows);
  const strays = new Map<number, string>();
  return {
    column: { kind: 'numeric', name, values, offset: 0, stride: 1, strays },
    set(row, text) {
      const value = toNumber(text);
      values[row] = value;
      if (Number.isNaN(value) && !isMissingText(text)) strays.set(row, text);
    },
  };
}

function categoricalBuilder(name: string, nRows: number): ColumnBuilder {
  const codes = new Int32Array(nRows);
  const categories: string[] = [];
  const codeOf = new Map<string, number>();
  return {
    column: { kind: 'categorical', name, codes, categories },
    set(row, text) {
      if (isMissingText(text)) {
        codes[row] = -1;
        return;
      }
      let code = codeOf.get(text);
      if (code === undefined) {
        code = categories.push(text) - 1;
        codeOf.set(text, code);
      }
      codes[row] = code;
    },
  };
}
