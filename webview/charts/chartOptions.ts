import type { ChartDataset, ChartOptions, ScaleOptionsByType } from 'chart.js';
import { withAlpha } from '../colour';
import { formatCount } from '../format';
import type { Theme } from '../theme';
import { annotations } from './annotations';
import type { AxisEnds } from './axis';
import type { CurveSet, Point } from './curves';
import type { Quantity } from './quantity';

/** All that one drawing of a chart depends on. */
export interface ChartFrame {
  readonly quantity: Quantity;
  readonly curves: CurveSet;
  readonly epochAxisEnd: number;
  readonly valueAxis: AxisEnds;
  readonly isLog: boolean;
  readonly hoveredEpoch: number | null;
  readonly axisTitle: string;
  readonly theme: Theme;
}

type LineDataset = ChartDataset<'line', Point[]>;

/** Later ones are drawn first, so that the noisy step losses stay behind. */
export function datasets({ curves, theme }: ChartFrame): LineDataset[] {
  // A single epoch makes no line.
  const pointRadius = curves.train.length === 1 ? 2 : 0;
  // Before the first epoch ends, single steps are all there is to see.
  const steps = curves.train.length === 0 ? { pointRadius: 1.5, borderColor: theme.train } : {};
  return [
    { data: curves.train, borderColor: theme.train, pointRadius },
    { data: curves.validation ?? [], borderColor: theme.validation, borderDash: [5, 3], pointRadius },
    { data: curves.steps, borderColor: withAlpha(theme.train, 0.25), borderWidth: 1, ...steps },
  ];
}

export function chartOptions(frame: ChartFrame): ChartOptions<'line'> {
  const { curves, epochAxisEnd, valueAxis, isLog, quantity, theme } = frame;
  const series = [curves.train, curves.validation ?? [], curves.steps];
  // Thinning does not know gaps and would draw over them.
  const hasGaps = series.some(points => points.some(point => Number.isNaN(point.y)));
  return {
    parsing: false,
    normalized: true,
    animation: false,
    maintainAspectRatio: false,
    events: [],
    elements: { point: { radius: 0 }, line: { borderWidth: 1.5 } },
    layout: { padding: { top: 4, right: 8 } },
    scales: {
      x: {
        type: 'linear',
        min: 0,
        max: epochAxisEnd,
        title: axisTitle('epoch', theme),
        grid: { display: false },
        border: { color: theme.grid },
        ticks: { ...ticks(theme), precision: 0, callback: value => formatCount(Number(value)) },
      },
      y: {
        type: isLog ? 'logarithmic' : 'linear',
        ...valueAxis,
        title: axisTitle(frame.axisTitle, theme),
        grid: { color: theme.grid, tickLength: 4 },
        border: { display: false },
        // Fixed width: both charts of a run begin at the same place.
        afterFit: axis => {
          axis.width = 56;
        },
        ticks: { ...ticks(theme), callback: value => tickText(Number(value), isLog, quantity) },
      },
    },
    plugins: {
      decimation: { enabled: !hasGaps, algorithm: 'lttb' },
      annotation: { clip: false, annotations: annotations(frame) },
    },
  };
}

function axisTitle(text: string, theme: Theme) {
  const font = { family: theme.fontFamily, size: 11 };
  return { display: true, text, color: theme.muted, font, padding: 0 };
}

function ticks(theme: Theme): Partial<ScaleOptionsByType<'linear'>['ticks']> {
  const font = { family: theme.fontFamily, size: 10 };
  return { color: theme.muted, font, maxRotation: 0, maxTicksLimit: 6, autoSkipPadding: 8 };
}

/** On a logarithmic axis only the powers of ten have room for a number. */
function tickText(value: number, isLog: boolean, quantity: Quantity): string {
  return isLog && Math.log10(value) % 1 !== 0 ? '' : quantity.formatTick(value);
}
