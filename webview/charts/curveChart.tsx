import { useCallback, useMemo, useState } from 'preact/hooks';
import type { EpochMetrics, RunView } from '../../src/protocol';
import { isLive } from '../runText';
import type { Theme } from '../theme';
import { chartText } from './chartText';
import { comparedCurve, nearestEpoch } from './curves';
import { EpochTable } from './epochTable';
import {
  type ChartFrame,
  type ChartSettings,
  type ComparedLine,
  type ComparedRunCurves,
  frameOf,
} from './frame';
import { type Change, changeForKey } from './gestures';
import { Legend } from './legend';
import { Plot } from './plot';
import type { Quantity } from './quantity';
import { Tooltip } from './tooltip';
import { useSame } from './useSame';
import type { Part } from './zoom';

interface CurveChartProps {
  readonly view: RunView;
  readonly compared: readonly ComparedRunCurves[];
  readonly quantity: Quantity;
  readonly settings: ChartSettings;
  /** The part of the epochs that is seen in all charts of the run; null for all of them. */
  readonly part: Part;
  readonly onPart: (part: Part) => void;
  readonly onToggleLog?: () => void;
  readonly theme: Theme;
  /** The epoch under the pointer in any chart of the run. */
  readonly hovered: EpochMetrics | null;
  readonly onHover: (metrics: EpochMetrics | null) => void;
}

export function CurveChart(props: CurveChartProps) {
  const { view, quantity, settings, part, onToggleLog, theme, hovered, onHover } = props;
  const { run, epochs } = view;
  /** The value that the pointer is at; null for the keyboard, undefined where nothing is pointed at. */
  const [pointed, setPointed] = useState<number | null | undefined>(undefined);
  // It belongs to the part of the epochs that was seen with it: where the other chart changes that, it is gone.
  const [values, setValues] = useState<{ readonly part: Part; readonly of: Part }>({ part: null, of: null });
  const valuePart = values.of === part ? values.part : null;
  const compared = useComparedLines(props.compared, quantity);
  const frame = useMemo<ChartFrame>(
    () => frameOf({ view, quantity, compared, settings, part, valuePart, theme }),
    [view, quantity, compared, settings, part, valuePart, theme],
  );

  // While it trains, where it stands; afterwards, what came of it.
  const shown = hovered ?? (isLive(run.status) ? null : run.best) ?? epochs.at(-1) ?? null;

  const hover = (metrics: EpochMetrics | null, value: number | null = null) => {
    setPointed(metrics ? value : undefined);
    onHover(metrics);
  };
  const change = (change: Change) => {
    const next = { part, valuePart, ...change };
    setValues({ part: next.valuePart, of: next.part });
    props.onPart(next.part);
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const zoom = changeForKey(event, frame);
    const next = zoom ? undefined : epochForKey(event.key, epochs, hovered ?? run.best);
    if (zoom) change(zoom);
    else if (next !== undefined) hover(next);
    else return;
    event.preventDefault();
  };

  return (
    <section class="chart" data-chart={quantity.name}>
      <Legend
        frame={frame}
        shown={shown}
        isHovered={hovered !== null}
        isBest={hovered === null && shown !== null && shown === run.best}
        {...(onToggleLog && { onToggleLog })}
      />
      <Plot
        frame={frame}
        description={chartText(view, frame)}
        hoveredEpoch={hovered?.epoch ?? null}
        onPoint={point => (point ? hover(nearestEpoch(epochs, point.x), point.y) : hover(null))}
        onChange={change}
        onKeyDown={press}
      >
        {pointed !== undefined && hovered && <Tooltip frame={frame} metrics={hovered} value={pointed} />}
      </Plot>
      <EpochTable view={view} quantity={quantity} compared={props.compared} />
    </section>
  );
}

/** The same lines as long as none of them has grown, however often they are asked for. */
function useComparedLines(runs: readonly ComparedRunCurves[], quantity: Quantity): readonly ComparedLine[] {
  const lines = runs.map(each => ({ ...each, curve: comparedCurve(each.run, each.epochs, quantity) }));
  const isSame = useCallback(
    (a: ComparedLine, b: ComparedLine) =>
      a.curve === b.curve &&
      a.run.name === b.run.name &&
      a.style.colour === b.style.colour &&
      a.style.dash === b.style.dash,
    [],
  );
  return useSame(lines, isSame);
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
