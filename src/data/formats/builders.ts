import type { Column } from '../types';
import { type DecimalSign, holdsNumber, isAmbiguous, isMissingText, parseNumber } from './cells';

/** A column of known kind and length that is filled row by row. */
export interface ColumnBuilder {
  readonly column: Column;
  set(row: number, text: string): void;
}

/** Counts what a column holds, and so decides its kind and how its numbers are written. */
export class Survey {
  readonly #name: string;
  readonly #delimiter: string;
  #nPresent = 0;
  readonly #nNumbers = { '.': 0, ',': 0 };
  #nCommas = 0;

  constructor(name: string, delimiter: string) {
    this.#name = name;
    this.#delimiter = delimiter;
  }

  /** Cells that only a decimal comma explains, less those that only a decimal point does. */
  get nCommas(): number {
    return this.#nCommas;
  }

  add(text: string): void {
    const isPoint = holdsNumber(text, '.');
    if (isPoint) this.#nNumbers['.']++;
    if (isPoint || !isMissingText(text)) this.#nPresent++;
    if (this.#delimiter === ',') return;
    const isComma = holdsNumber(text, ',');
    if (isComma) this.#nNumbers[',']++;
    if (isPoint && !isComma) this.#nCommas--;
    // Where the comma is the decimal sign, programs separate the cells by semicolons.
    else if (isComma && !isPoint && (this.#delimiter === ';' || !isAmbiguous(text))) this.#nCommas++;
  }

  /**
   * Mostly numbers means that numbers were meant; a column without any value counts as numeric too.
   * @param usualSign the decimal sign of the file, for a column whose cells do not tell
   */
  builder(nRows: number, usualSign: DecimalSign): ColumnBuilder {
    const ownSign = this.#nCommas > 0 ? ',' : '.';
    const sign = this.#nCommas === 0 ? usualSign : ownSign;
    const nNumbers = this.#nNumbers[sign];
    const isNumeric = nNumbers === this.#nPresent || nNumbers > this.#nPresent - nNumbers;
    return isNumeric ? numericBuilder(this.#name, nRows, sign) : categoricalBuilder(this.#name, nRows);
  }
}

function numericBuilder(name: string, nRows: number, sign: DecimalSign): ColumnBuilder {
  const values = new Float64Array(nRows);
  const strays = new Map<number, string>();
  return {
    column: { kind: 'numeric', name, values, offset: 0, stride: 1, strays },
    set(row, text) {
      const value = parseNumber(text, sign);
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
