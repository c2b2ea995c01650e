import type { EpochMetrics } from '../../src/protocol';
import { formatCount } from '../format';
import type { Quantity } from './quantity';

interface LegendProps {
  readonly quantity: Quantity;
  readonly shown: EpochMetrics | null;
  readonly isBest: boolean;
  readonly hasValidation: boolean;
  readonly isLog: boolean;
  readonly onToggleLog?: () => void;
}

/** What the lines are, with their values at the shown epoch. */
export function Legend({ quantity, shown, isBest, hasValidation, isLog, onToggleLog }: LegendProps) {
  const value = (read: Quantity['train']) => quantity.format(shown && read(shown));
  return (
    <header class="legend">
      <h2>{quantity.name}</h2>
      {shown && (
        <span class="muted">
          {isBest ? 'best epoch' : 'epoch'} {formatCount(shown.epoch)}
        </span>
      )}
      {onToggleLog && (
        <button
          type="button"
          class="toggle"
          aria-pressed={isLog}
          title="Logarithmic loss axis"
          onClick={onToggleLog}
        >
          log
        </button>
      )}
      <span class="legend-values">
        <span class="legend-train">train {value(quantity.train)}</span>
        {hasValidation && <span class="legend-validation">validation {value(quantity.validation)}</span>}
        {quantity.name === 'loss' && <span class="legend-steps">batches</span>}
      </span>
    </header>
  );
}
