import { useMemo, useState } from 'preact/hooks';
import type { EpochMetrics, RunSummary, RunView } from '../../src/protocol';
import { isLive } from '../runText';
import type { Theme } from '../theme';
import { accuracyAxis, epochAxisEnd, linearLossAxis, logLossAxis } from './axis';
import { CanvasChart } from './canvasChart';
import type { ChartFrame } from './chartOptions';
import { chartText } from './chartText';
import { type CurveSet, curveSet, finiteValues, nearestEpoch } from './curves';
import { EpochTable } from './epochTable';
import { Legend } from './legend';
import type { Quantity } from './quantity';
import { Tooltip } from './tooltip';

interface CurveChartProps {
  readonly view: RunView;
  readonly quantity: Quantity;
  readonly isLog: boolean;
  readonly onToggleLog?: () => void;
  readonly theme: Theme;
  /** The epoch under the pointer in any chart of the run. */
  readonly hovered: EpochMetrics | null;
  readonly onHover: (metrics: EpochMetrics | null) => void;
}

export function CurveChart({ view, quantity, isLog, onToggleLog, theme, hovered, onHover }: CurveChartProps) {
  const { run, epochs } = view;
  const [isPointed, setPointed] = useState(false);
  const curves = useMemo(() => curveSet(view, quantity), [view, quantity]);
  const hasValidation = curves.validation !== null;
  const frame = useMemo<ChartFrame>(
    () => ({
      quantity,
      curves,
      epochAxisEnd: epochAxisEnd(epochs.at(-1)?.epoch ?? 0, run.plannedEpochs, run.status),
      valueAxis: valueAxis(quantity, curves, isLog),
      isLog,
      hoveredEpoch: hovered?.epoch ?? null,
      axisTitle: axisTitle(quantity, run),
      theme,
    }),
    [view, quantity, curves, isLog, hovered, theme],
  );

  // While it trains, where it stands; afterwards, what came of it.
  const shown = hovered ?? (isLive(run.status) ? null : run.best) ?? epochs.at(-1) ?? null;

  const hover = (metrics: EpochMetrics | null) => {
    setPointed(metrics !== null);
    onHover(metrics);
  };
  const walk = (event: KeyboardEvent) => {
    const next = epochForKey(event.key, epochs, hovered ?? run.best);
    if (next === undefined) return;
    event.preventDefault();
    hover(next);
  };

  return (
    <section class="chart" data-chart={quantity.name}>
      <Legend
        quantity={quantity}
        shown={shown}
        isBest={hovered === null && shown !== null && shown === run.best}
        hasValidation={hasValidation}
        isLog={isLog}
        {...(onToggleLog && { onToggleLog })}
      />
      <div class="plot">
        <CanvasChart
          frame={frame}
          description={chartText(view, quantity, curves)}
          onPoint={x => hover(x === null ? null : nearestEpoch(epochs, x))}
          onKeyDown={walk}
        />
        {isPointed && hovered && (
          <Tooltip
            quantity={quantity}
            metrics={hovered}
            hasValidation={hasValidation}
            side={hovered.epoch > frame.epochAxisEnd / 2 ? 'left' : 'right'}
          />
        )}
      </div>
      <EpochTable quantity={quantity} epochs={epochs} />
    </section>
  );
}

function axisTitle({ name }: Quantity, { task }: RunSummary): string {
  if (name !== 'loss') return name;
  return task === 'classification' ? 'loss (nats)' : 'squared error ÷ variance';
}

function valueAxis(quantity: Quantity, curves: CurveSet, isLog: boolean) {
  const values = finiteValues(curves);
  if (quantity.name === 'accuracy') return accuracyAxis(values);
  const reference = curves.reference?.value ?? null;
  return isLog ? logLossAxis(values, reference) : linearLossAxis(values, reference);
}

/** @returns the epoch to go to, null to leave the curve, undefined for a key that means nothing here */
function epochForKey(key: string, epochs: readonly EpochMetrics[], from: EpochMetrics | null) {
  const last = epochs.length - 1;
  const found = epochs.findIndex(metrics => metrics.epoch === from?.epoch);
  const index = found === -1 ? last : found;
  switch (key) {
    case 'ArrowLeft':
      return epochs[Math.max(0, index - 1)] ?? null;
    case 'ArrowRight':
      return epochs[Math.min(last, index + 1)] ?? null;
    case 'Home':
      return epochs[0] ?? null;
    case 'End':
      return epochs[last] ?? null;
    case 'Escape':
      return null;
    default:
      return undefined;
  }
}
