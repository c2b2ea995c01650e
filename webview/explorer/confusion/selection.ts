/** A cell of the matrix, a row (any prediction) or a column (any true class). */
export interface ClassSelection {
  readonly trueClass: number | null;
  readonly predictedClass: number | null;
}

export const isSame = (a: ClassSelection, b: ClassSelection): boolean =>
  a.trueClass === b.trueClass && a.predictedClass === b.predictedClass;

/** Whether a cell belongs to what is selected; nothing does where nothing is. */
export const contains = (
  { trueClass, predictedClass }: ClassSelection,
  row: number,
  column: number,
): boolean =>
  (trueClass !== null || predictedClass !== null) &&
  (trueClass === null || trueClass === row) &&
  (predictedClass === null || predictedClass === column);
