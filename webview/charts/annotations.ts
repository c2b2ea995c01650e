import type { AnnotationOptions } from 'chartjs-plugin-annotation';
import { withAlpha } from '../colour';
import { formatCount } from '../format';
import type { Theme } from '../theme';
import type { ChartFrame } from './chartOptions';

/** Reference line, changes, best epoch and hovered epoch. */
export function annotations(frame: ChartFrame): Record<string, AnnotationOptions> {
  return { ...reference(frame), ...changes(frame), ...best(frame), ...hovered(frame) };
}

function reference({ curves, theme }: ChartFrame): Record<string, AnnotationOptions> {
  if (!curves.reference) return {};
  const { value, label } = curves.reference;
  return {
    reference: {
      type: 'line',
      yMin: value,
      yMax: value,
      borderColor: theme.muted,
      borderWidth: 1,
      borderDash: [1, 3],
      label: {
        ...text(label, theme, theme.muted),
        display: true,
        position: 'end',
        yAdjust: 9,
      },
    },
  };
}

/** Lines where something was changed; their words stand below the charts, where there is room for them. */
function changes({ curves, theme }: ChartFrame): Record<string, AnnotationOptions> {
  const dashed = { borderColor: theme.muted, borderWidth: 1, borderDash: [3, 3] };
  return Object.fromEntries(
    curves.changes.map((epoch, i) => [`change${i}`, { type: 'line', xMin: epoch, xMax: epoch, ...dashed }]),
  );
}

/** The label stands on the side where there is more room. */
function best({ curves, epochAxisEnd, valueAxis, theme }: ChartFrame): Record<string, AnnotationOptions> {
  if (!curves.best || curves.best.value > valueAxis.max) return {};
  const { epoch, value } = curves.best;
  const isRight = epoch > epochAxisEnd / 2;
  const isHigh = value > (valueAxis.min + valueAxis.max) / 2;
  const fill = curves.validation ? theme.validation : theme.train;
  const place = { xValue: epoch, yValue: value, borderColor: theme.text };
  return {
    best: { ...place, type: 'point', radius: 3.5, borderWidth: 1.5, backgroundColor: fill },
    bestLabel: {
      ...place,
      ...text(`best ${formatCount(epoch)}`, theme, theme.text),
      type: 'label',
      position: { x: isRight ? 'end' : 'start', y: isHigh ? 'start' : 'end' },
      xAdjust: isRight ? -4 : 4,
      yAdjust: isHigh ? 6 : -6,
    },
  };
}

function hovered({ hoveredEpoch, theme }: ChartFrame): Record<string, AnnotationOptions> {
  if (hoveredEpoch === null) return {};
  return {
    hovered: {
      type: 'line',
      xMin: hoveredEpoch,
      xMax: hoveredEpoch,
      borderColor: theme.muted,
      borderWidth: 1,
    },
  };
}

/** On a ground of its own, so that curves behind it do not cross it out. */
function text(content: string, { fontFamily, background }: Theme, color: string) {
  const font = { family: fontFamily, size: 10, weight: 'normal' as const };
  return { content, font, color, backgroundColor: withAlpha(background, 0.75), borderWidth: 0, padding: 1 };
}
