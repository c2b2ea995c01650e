import type { Adjustment } from '../../src/protocol';
import { formatCount } from '../format';
import { t } from '../l10n';
import { adjustmentText } from '../runText';

/** What was changed while the run trained, the latest first: the words of the dashed lines in the charts. */
export function Changes({ adjustments }: { readonly adjustments: readonly Adjustment[] }) {
  if (adjustments.length === 0) return null;
  return (
    <ul class="changes muted" aria-label={t('Changed while training')}>
      {adjustments.toReversed().map(change => (
        <li key={`${change.step} ${change.key}`}>
          {t('{0} after step {1}', adjustmentText(change), formatCount(change.step))}
        </li>
      ))}
    </ul>
  );
}
