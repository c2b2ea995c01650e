import type { SampleFilter } from '../../focus';
import { t } from '../../l10n';
import { useExplorer } from '../context';
import { tagWords } from './tags';

export interface Chip {
  readonly words: string;
  /** What of the filter goes with it. */
  readonly cleared: Partial<SampleFilter>;
}

/** The filter in words, part by part; both classes together are a cell of the confusion matrix. */
export function chipsOf(filter: SampleFilter, classNames: readonly string[]): Chip[] {
  const { trueClass, predictedClass, tag, search, chosen } = filter;
  const nameOf = (index: number) => classNames[index] ?? '';
  const chips: (Chip | false)[] = [
    trueClass !== null &&
      predictedClass !== null && {
        words: t('true {0} → predicted {1}', nameOf(trueClass), nameOf(predictedClass)),
        cleared: { trueClass: null, predictedClass: null },
      },
    trueClass !== null &&
      predictedClass === null && { words: t('true {0}', nameOf(trueClass)), cleared: { trueClass: null } },
    predictedClass !== null &&
      trueClass === null && {
        words: t('predicted {0}', nameOf(predictedClass)),
        cleared: { predictedClass: null },
      },
    tag !== null && { words: tagWords(tag), cleared: { tag: null } },
    search !== '' && { words: t('contains “{0}”', search), cleared: { search: '' } },
    chosen !== null && { words: chosen.words, cleared: { chosen: null } },
  ];
  return chips.filter(chip => chip !== false);
}

/** What is filtered by, each part with a button that takes it away. */
export function Chips() {
  const { run, focus, dispatch } = useExplorer();
  const chips = chipsOf(focus.filter, run.classNames);
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label={t('Filters')}>
      {chips.map(({ words, cleared }) => (
        <li key={words}>
          <button
            type="button"
            class="chip"
            title={t('Remove this filter')}
            onClick={() => dispatch({ type: 'filter', filter: cleared })}
          >
            {words} <span aria-hidden="true">✕</span>
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button type="button" class="link" onClick={() => dispatch({ type: 'clearFilter' })}>
            {t('Clear all')}
          </button>
        </li>
      )}
    </ul>
  );
}
