import type { Adjustment } from '../../src/protocol';
import { formatCount } from '../format';
import { adjustmentText } from '../runText';

/** What was changed while the run trained, the latest first: the words of the dashed lines in the charts. */
export function Changes({ adjustments }: { readonly adjustments: readonly Adjustment[] }) {
  if (adjustments.length === 0) return null;
  return (
    <ul class="changes muted" aria-label="Changed while training">
      {adjustments.toReversed().map(change => (
        <li key={`${change.step} ${change.key}`}>
          {adjustmentText(change)} after step {formatCount(change.step)}
        </li>
      ))}
    </ul>
  );
}
