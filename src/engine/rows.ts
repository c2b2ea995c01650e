/** Shape of a row-major array of which each row may be followed by numbers that nobody reads. */
export interface Rows {
  readonly nRows: number;
  readonly nColumns: number;
  /** Numbers from one row to the next. */
  readonly stride: number;
}
