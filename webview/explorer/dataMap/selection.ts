import type { DataMap } from '../../../src/protocol';
import { useExplorer } from '../context';

interface Brushed {
  /** In the map. */
  readonly places: readonly number[];
  readonly words: string;
}

/** What is brushed, for all views; choosing the same again, or nothing, clears it. */
export function useBrushedSamples({ indices }: DataMap) {
  const { focus, dispatch } = useExplorer();
  const chosen = focus.split === 'validation' ? focus.filter.chosen : null;
  const choose = (brushed: Brushed | null) => {
    if (focus.split !== 'validation') dispatch({ type: 'split', split: 'validation' });
    const isCleared = !brushed || brushed.words === chosen?.words;
    const classes = { trueClass: null, predictedClass: null };
    dispatch({
      type: 'filter',
      // A cell of the confusion matrix is another choice.
      filter: isCleared
        ? { chosen: null }
        : { ...classes, chosen: { indices: brushed.places.map(i => indices[i]!), words: brushed.words } },
    });
  };
  return { chosen, choose };
}
