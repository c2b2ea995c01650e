/** A frame as chart.js draws it. */
import {
  Chart,
  type ChartConfiguration,
  type Scale as ChartScale,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  type ScaleOptionsByType,
} from 'chart.js';
import { withAlpha } from '../colour';
import { formatCount, formatTick } from '../format';
import { t } from '../l10n';
import type { Theme } from '../theme';
import type { CurveChartData } from './chartData';
import { comparedLines } from './comparedLines';
import { curveDatasets } from './datasets';
import type { Point } from './decimate';
import type { ChartFrame } from './frame';
import { fontSize, margins, type Scales } from './layout';
import { marks } from './marks';
import { type Axis, ticksOf } from './scale';

Chart.register(
  LineController,
  LineElement,
  PointElement,
  LinearScale,
  LogarithmicScale,
  comparedLines,
  marks,
);

/**
 * What seldom changes, the axes and the runs that are compared, is a chart of its own behind the curves of the run that
 * is shown: however many are compared, they are not drawn again for each epoch. A picture has it all.
 */
export type Layer = 'back' | 'front' | 'all';

export type CurveChartConfig = ChartConfiguration<'line', Point[]> & { data: CurveChartData };

export function chartConfig(frame: ChartFrame, scales: Scales, layer: Layer): CurveChartConfig {
  return {
    type: 'line',
    data: {
      datasets: layer === 'back' ? [] : curveDatasets(frame, scales),
      compared: layer === 'front' ? null : { frame, scales },
      marks: layer === 'back' ? null : { frame, scales },
    },
    options: {
      ...{
        parsing: false,
        normalized: true,
        animation: false,
        responsive: false,
        maintainAspectRatio: false,
        events: [],
        clip: 0,
      },
      layout: { autoPadding: false, padding: { top: margins.top, right: margins.right } },
      scales: {
        x: { ...axis(frame.x, frame.theme, layer), ...xAxis(frame, scales) },
        y: { ...axis(frame.y, frame.theme, layer), ...yAxis(frame, scales) },
      },
    },
  };
}

const axis = ({ min, max, isLog }: Axis, theme: Theme, layer: Layer) => ({
  ...{ type: isLog ? ('logarithmic' as const) : ('linear' as const), min, max },
  display: layer !== 'front',
  border: { color: theme.grid },
});

function xAxis({ x, theme }: ChartFrame, { plot }: Scales) {
  const ticks = ticksOf(x, Math.max(2, Math.floor(plot.width / 64)));
  const text = (value: number) =>
    ticks.decimals === 0 ? formatCount(value) : formatTick(value, ticks.decimals);
  return {
    title: axisTitle(t('epoch'), theme),
    grid: { drawOnChartArea: false, color: theme.grid, tickLength: 4 },
    ticks: { ...tickStyle(theme), callback: (value: number | string) => text(Number(value)) },
    afterBuildTicks: (scale: ChartScale) => {
      scale.ticks = ticks.values.map(value => ({ value }));
    },
    // The size of the margin, shown or not: both layers have their plot at the same place.
    afterFit: (scale: ChartScale) => {
      scale.height = margins.bottom;
    },
  };
}

function yAxis({ y, quantity, axisTitle: title, theme }: ChartFrame, { plot }: Scales) {
  const { values, minor, decimals } = ticksOf(y, Math.max(2, Math.floor(plot.height / 22)));
  const light = withAlpha(theme.grid, 0.1);
  const isMinor = new Set(minor);
  return {
    title: axisTitle(title, theme),
    grid: {
      color: ({ tick }: { tick?: { value: number } }) =>
        tick && isMinor.has(tick.value) ? light : theme.grid,
      tickLength: 4,
    },
    ticks: {
      ...tickStyle(theme),
      callback: (value: number | string) =>
        isMinor.has(Number(value)) ? '' : quantity.formatTick(Number(value), decimals),
    },
    afterBuildTicks: (scale: ChartScale) => {
      scale.ticks = [...values, ...minor].sort((a, b) => a - b).map(value => ({ value }));
    },
    afterFit: (scale: ChartScale) => {
      scale.width = margins.left;
    },
  };
}

function axisTitle(text: string, theme: Theme) {
  const font = { family: theme.fontFamily, size: fontSize };
  return { display: true, text, color: theme.muted, font, padding: 0 };
}

function tickStyle(theme: Theme): Partial<ScaleOptionsByType<'linear'>['ticks']> {
  const font = { family: theme.fontFamily, size: fontSize };
  return { color: theme.muted, font, maxRotation: 0, autoSkip: false };
}
