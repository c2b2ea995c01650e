import type { Trial, TrialOutcome } from '../../../src/protocol';
import { formatCount, formatPercent, formatValue } from '../../format';
import { t } from '../../l10n';
import { useExplorer } from '../context';
import { classesShown } from '../probabilities';
import { isFault } from './inputs';

interface OutcomeProps {
  readonly trial: Trial | null;
  /** Of the sample that was begun with: index of its class, or its value. */
  readonly truth: number | null;
  readonly isChanged: boolean;
}

/** What the model makes of the inputs, and beside it of the sample that they were. */
export function Outcome({ trial, truth, isChanged }: OutcomeProps) {
  if (!trial) return null;
  const { outcome, original, epoch, notes } = trial;
  const before = isChanged ? original : null;
  return (
    <section class="try-outcome" aria-label={t('Prediction')}>
      <h2>
        {t('Prediction')} <span class="muted">{t('after epoch {0}', formatCount(epoch))}</span>
      </h2>
      {notes.some(isFault) && <p class="muted">{t('None, until the marked field is mended.')}</p>}
      {outcome?.kind === 'class' && (
        <Classes now={outcome} before={before?.kind === 'class' ? before : null} truth={truth} />
      )}
      {outcome?.kind === 'value' && (
        <Value now={outcome.value} before={before?.kind === 'value' ? before.value : null} truth={truth} />
      )}
    </section>
  );
}

type ClassOutcome = Extract<TrialOutcome, { kind: 'class' }>;

interface ClassesProps {
  readonly now: ClassOutcome;
  readonly before: ClassOutcome | null;
  readonly truth: number | null;
}

function Classes({ now, before, truth }: ClassesProps) {
  const { run } = useExplorer();
  return (
    <table>
      <thead>
        <tr class="muted">
          <th scope="col">{t('class')}</th>
          <td />
          <th scope="col">{t('now')}</th>
          <th scope="col">{before && t('before')}</th>
        </tr>
      </thead>
      <tbody>
        {classesShown(now.probabilities, truth).map(c => (
          <tr key={c} data-class={run.classNames[c]} class={c === now.predicted ? 'strong' : ''}>
            <th scope="row" title={run.classNames[c]}>
              {c === truth && <span title={t('true class')}>✓ </span>}
              {run.classNames[c]}
            </th>
            <td class="try-bar" aria-hidden="true">
              <Bar
                share={now.probabilities[c]!}
                before={before?.probabilities[c]}
                isFilled={c === now.predicted}
              />
            </td>
            <td data-probability>{formatPercent(now.probabilities[c])}</td>
            <td class="muted">{before && formatPercent(before.probabilities[c])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface BarProps {
  readonly share: number;
  readonly before: number | undefined;
  readonly isFilled: boolean;
}

/** The line across is where the bar of the unchanged sample ends. */
const Bar = ({ share, before, isFilled }: BarProps) => (
  <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class={isFilled ? 'filled' : ''} width={100 * share} height="10" />
    {before !== undefined && <path d={`M${100 * before} -1V11`} />}
  </svg>
);

interface ValueProps {
  readonly now: number;
  readonly before: number | null;
  readonly truth: number | null;
}

function Value({ now, before, truth }: ValueProps) {
  return (
    <dl class="facts">
      <div>
        <dt>{t('predicted')}</dt>
        <dd class="strong" data-probability>
          {formatValue(now)}
        </dd>
      </div>
      {before !== null && (
        <div>
          <dt>{t('before')}</dt>
          <dd>{formatValue(before)}</dd>
        </div>
      )}
      {truth !== null && (
        <div>
          <dt>{t('true')}</dt>
          <dd>{formatValue(truth)}</dd>
        </div>
      )}
    </dl>
  );
}
