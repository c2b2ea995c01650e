import { useRef } from 'preact/hooks';
import type { WeightPlace } from '../../focus';
import { useExplorer } from '../context';

/** Changes one weight; until it is settled, all changes are one that is undone at once. */
export function useEdit(place: WeightPlace) {
  const { dispatch } = useExplorer();
  const goesOn = useRef(false);
  return {
    change(value: number) {
      if (!Number.isFinite(value)) return;
      dispatch({ type: 'edit', edit: { ...place, value }, amends: goesOn.current });
      goesOn.current = true;
    },
    settle() {
      goesOn.current = false;
    },
    /** Back to where it was when the changing began. */
    takeBack() {
      if (goesOn.current) dispatch({ type: 'undoEdit' });
      goesOn.current = false;
    },
  };
}

/** As it stands in a field for numbers. */
export const fieldText = (value: number): string =>
  Number.isFinite(value) ? String(Number(value.toPrecision(4))) : '';

/** What Ctrl+Z means in the view: the last weight, not the last letter. */
export const isUndo = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !shiftKey && !altKey;
