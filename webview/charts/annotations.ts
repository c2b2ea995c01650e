/** What is written into a chart: references, changes, the best epoch, and where a curve breaks off. */
import type { AnnotationOptions } from 'chartjs-plugin-annotation';
import { formatCount } from '../format';
import { t } from '../l10n';
import type { Theme } from '../theme';
import type { ChartFrame } from './frame';
import { fontSize, type Scales } from './layout';
import { type AxisEnds, toPixel } from './scale';

type Annotations = Record<string, AnnotationOptions>;

const isWithin = ({ min, max }: AxisEnds, value: number) => value >= min && value <= max;

export const annotations = (frame: ChartFrame, scales: Scales): Annotations => ({
  ...references(frame, scales),
  ...changes(frame, scales),
  ...brokenOff(frame, scales),
  ...best(frame, scales),
});

/** On a ground, so that curves behind the letters do not cross them out. */
const words = (content: string, theme: Theme, color: string) => ({
  content,
  color,
  backgroundColor: theme.background,
  padding: { x: 2, y: 0 },
  borderRadius: 0,
  font: { family: theme.fontFamily, size: fontSize, weight: 'normal' as const },
});

/** A second one only where both can be read. */
function references({ curves, y, theme }: ChartFrame, scales: Scales): Annotations {
  const seen: Annotations = {};
  let before = Number.NEGATIVE_INFINITY;
  for (const [i, { value, label }] of curves.references.entries()) {
    const at = toPixel(scales.y)(value);
    if (!isWithin(y, value) || Math.abs(at - before) < 28) continue;
    before = at;
    seen[`reference${i}`] = {
      type: 'line',
      ...{ yMin: value, yMax: value, borderColor: theme.muted, borderWidth: 1, borderDash: [1, 3] },
      // The first is near the top of the axis, the second where the curves end: they look towards each other.
      label: {
        ...words(label, theme, theme.muted),
        ...{ display: true, position: 'end', yAdjust: i === 0 ? 9 : -8 },
      },
    };
  }
  return seen;
}

/** Lines where something was changed; their words too where there is room, else below the charts alone. */
function changes({ curves, x, y, theme }: ChartFrame, scales: Scales): Annotations {
  const seen = curves.changes.filter(({ epoch }) => isWithin(x, epoch));
  const pixels = seen.map(({ epoch }) => toPixel(scales.x)(epoch));
  // The words of a reference stand at the right end.
  const end = scales.x.end - 80;
  const annotated = seen.flatMap(({ epoch, text }, i): [string, AnnotationOptions][] => [
    [`change${i}`, lineAt(epoch, theme.muted, [3, 3])],
    [
      `changeWords${i}`,
      {
        type: 'label',
        ...words(text, theme, theme.muted),
        display: (pixels[i + 1] ?? end) - pixels[i]! > 6 * text.length,
        ...{ xValue: epoch, yValue: y.min, position: { x: 'start', y: 'end' }, xAdjust: 3, yAdjust: -2 },
      },
    ],
  ]);
  return Object.fromEntries(annotated);
}

const lineAt = (epoch: number, borderColor: string, borderDash: number[]): AnnotationOptions => ({
  type: 'line',
  ...{ xMin: epoch, xMax: epoch, borderColor, borderWidth: 1, borderDash },
});

/** A cross where the curve stopped having values, or the run diverged. */
function brokenOff({ curves: { broken }, x, y, theme }: ChartFrame, scales: Scales): Annotations {
  if (!broken || !isWithin(x, broken.epoch)) return {};
  const isRight = toPixel(scales.x)(broken.epoch) > scales.plot.left + scales.plot.width / 2;
  return {
    broken: lineAt(broken.epoch, theme.error, [1, 3]),
    brokenWords: {
      type: 'label',
      ...words(isRight ? `${broken.text} ✕` : `✕ ${broken.text}`, theme, theme.error),
      ...{ xValue: broken.epoch, yValue: y.max, position: { x: isRight ? 'end' : 'start', y: 'start' } },
    },
  };
}

/** The label stands on the side where there is more room. */
function best({ curves, x, y, theme }: ChartFrame, scales: Scales): Annotations {
  if (!curves.best || !isWithin(x, curves.best.epoch) || !isWithin(y, curves.best.value)) return {};
  const { epoch, value } = curves.best;
  const isRight = toPixel(scales.x)(epoch) > scales.plot.left + scales.plot.width / 2;
  const isHigh = toPixel(scales.y)(value) < scales.plot.top + scales.plot.height / 2;
  return {
    bestPoint: {
      type: 'point',
      ...{ xValue: epoch, yValue: value, radius: 3.5 },
      backgroundColor: curves.validation ? theme.validation : theme.train,
      ...{ borderColor: theme.text, borderWidth: 1.5 },
    },
    best: {
      type: 'label',
      ...words(t('best {0}', formatCount(epoch)), theme, theme.text),
      ...{ xValue: epoch, yValue: value, yAdjust: isHigh ? 12 : -12 },
      position: { x: isRight ? 'end' : 'start', y: 'center' },
    },
  };
}
