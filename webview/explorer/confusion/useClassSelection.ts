import { useMediaQuery } from '../../hooks';
import { useExplorer } from '../context';
import { type ClassSelection, isSame } from './selection';

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
