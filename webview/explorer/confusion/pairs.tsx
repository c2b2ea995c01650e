import { t } from '../../l10n';
import { useExplorer } from '../context';
import type { Confusion } from './counts';
import { isSame } from './selection';
import { useClassSelection } from './useClassSelection';
import { pairText } from './words';

const nShown = 6;

/** What is confused most, in words; each leads to its samples. */
export function ConfusedPairs({ confusion }: { readonly confusion: Confusion }) {
  const { classNames } = useExplorer().run;
  const { selection, choose } = useClassSelection();
  const pairs = confusion.pairs.slice(0, nShown);
  return (
    <section class="confused-pairs" aria-label={t('Most confused')}>
      <h2>{t('Most confused')}</h2>
      {pairs.length === 0 && <p class="muted">{t('Every sample is predicted right.')}</p>}
      <ul>
        {pairs.map(pair => (
          <li key={`${pair.trueClass}-${pair.predictedClass}`}>
            <button
              type="button"
              class="link"
              aria-pressed={isSame(selection, pair)}
              onClick={() => choose({ trueClass: pair.trueClass, predictedClass: pair.predictedClass })}
            >
              {pairText(pair, confusion, classNames)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
