import { useMediaQuery } from '../../hooks';
import { useExplorer } from '../context';

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

/** What is selected in all views, and how to change it: choosing it again clears it. */
export function useClassSelection() {
  const { focus, dispatch, show } = useExplorer();
  const isWide = useMediaQuery('(min-width: 900px)');
  const { trueClass, predictedClass } = focus.filter;
  const selection: ClassSelection = { trueClass, predictedClass };
  const choose = (chosen: ClassSelection) => {
    const isCleared = isSame(selection, chosen);
    const classes = isCleared ? { trueClass: null, predictedClass: null } : chosen;
    // Samples that were brushed elsewhere are another choice.
    dispatch({ type: 'filter', filter: { ...classes, chosen: null } });
    // Where there is room, they stand beside.
    if (!isCleared && !isWide) show('samples');
  };
  return { selection, choose };
}
