import type { EpochMetrics } from '../../src/protocol';
import { formatCount } from '../format';
import { t } from '../l10n';
import { comparedValue, nearestEpoch } from './curves';
import type { ChartFrame, ComparedLine } from './frame';
import { LineSample } from './lineSample';

interface LegendProps {
  readonly frame: ChartFrame;
  readonly shown: EpochMetrics | null;
  readonly isHovered: boolean;
  readonly isBest: boolean;
  readonly onToggleLog?: () => void;
}

/** What the lines are, with their values at the shown epoch. */
export function Legend({ frame, shown, isHovered, isBest, onToggleLog }: LegendProps) {
  const { quantity, curves, compared } = frame;
  const value = (read: typeof quantity.train) => quantity.format(shown && read(shown));
  return (
    <header class="legend">
      <h2>{quantity.title()}</h2>
      {shown && (
        <span class="muted">
          {isBest ? t('best epoch {0}', formatCount(shown.epoch)) : t('epoch {0}', formatCount(shown.epoch))}
        </span>
      )}
      {onToggleLog && (
        <button
          type="button"
          class="toggle"
          aria-pressed={frame.y.isLog}
          title={t('Logarithmic loss axis')}
          onClick={onToggleLog}
        >
          {t('log')}
        </button>
      )}
      <span class="legend-values">
        <span class="legend-train">
          {quantity.validation ? t('train') : t('this run')} {value(quantity.train)}
        </span>
        {curves.validation && quantity.validation && (
          <span class="legend-validation">
            {t('validation')} {value(quantity.validation)}
          </span>
        )}
        {quantity.name === 'loss' && <span class="legend-steps">{t('batches')}</span>}
      </span>
      {compared.length > 0 && <ComparedLegend frame={frame} epoch={isHovered ? shown : null} />}
    </header>
  );
}

/** The other runs, at the epoch that is pointed at, else at their own best one. */
function ComparedLegend({
  frame: { quantity, compared },
  epoch,
}: {
  frame: ChartFrame;
  epoch: EpochMetrics | null;
}) {
  return (
    // What scrolls must be reached by keyboard.
    <ul class="legend-compared" aria-label={t('Other runs')} tabIndex={compared.length > 8 ? 0 : undefined}>
      {compared.map(line => (
        <li key={line.run.folder}>
          <LineSample style={line.style} />
          {line.run.name} {quantity.format(comparedAt(line, epoch, quantity))}
        </li>
      ))}
    </ul>
  );
}

export function comparedAt(
  { run, epochs }: ComparedLine,
  epoch: EpochMetrics | null,
  quantity: ChartFrame['quantity'],
): number | null {
  const metrics = epoch ? nearestEpoch(epochs, epoch.epoch) : run.best;
  // One that ended earlier has no value here.
  if (!metrics || (epoch && epoch.epoch > run.lastEpoch)) return null;
  return comparedValue(run, quantity)(metrics);
}
