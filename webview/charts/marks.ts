/** What is written into a chart: references, changes, the best epoch, and where a curve breaks off. */
import { formatCount } from '../format';
import { t } from '../l10n';
import type { ChartFrame } from './frame';
import { type AxisEnds, toPixel } from './scale';
import type { Scales } from './scene';
import { line, type Shape, type Text } from './shapes';

const isWithin = ({ min, max }: AxisEnds, value: number) => value >= min && value <= max;

export function markShapes(frame: ChartFrame, scales: Scales): Shape[] {
  return [
    ...references(frame, scales),
    ...changes(frame, scales),
    ...brokenOff(frame, scales),
    ...best(frame, scales),
  ];
}

const words = (frame: ChartFrame, text: string, x: number, y: number, align: Text['align']): Text => ({
  ...{ kind: 'text', text, x, y, align, colour: frame.theme.muted, halo: frame.theme.background },
});

/** A second one only where both can be read. */
function references(frame: ChartFrame, { y, plot }: Scales): Shape[] {
  const right = plot.left + plot.width;
  const shapes: Shape[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const { value, label } of frame.curves.references) {
    const at = toPixel(y)(value);
    if (!isWithin(y, value) || Math.abs(at - before) < 28) continue;
    shapes.push(line([plot.left, at, right, at], frame.theme.muted, 1, [1, 3]));
    // The first is near the top of the axis, the second where the curves end: they look towards each other.
    const side = shapes.length === 0 ? 9 : -8;
    shapes.push(words(frame, label, right, at + side, 'end'));
    before = at;
  }
  return shapes;
}

/** Lines where something was changed; their words too where there is room, else below the charts alone. */
function changes(frame: ChartFrame, { x, plot }: Scales): Shape[] {
  const seen = frame.curves.changes.filter(({ epoch }) => isWithin(x, epoch));
  const pixels = seen.map(({ epoch }) => toPixel(x)(epoch));
  // The words of a reference stand at the right end.
  const end = plot.left + plot.width - 80;
  return seen.flatMap(({ text }, i): Shape[] => {
    const at = pixels[i]!;
    const mark = line([at, plot.top, at, plot.top + plot.height], frame.theme.muted, 1, [3, 3]);
    const room = (pixels[i + 1] ?? end) - at;
    const y = plot.top + plot.height - 8;
    return room > 6 * text.length ? [mark, words(frame, text, at + 4, y, 'start')] : [mark];
  });
}

/** A cross where the curve stopped having values, or the run diverged. */
function brokenOff(frame: ChartFrame, { x, plot }: Scales): Shape[] {
  const { broken } = frame.curves;
  if (!broken || !isWithin(x, broken.epoch)) return [];
  const at = toPixel(x)(broken.epoch);
  const { error } = frame.theme;
  const y = plot.top + 6;
  const isRight = at > plot.left + plot.width / 2;
  return [
    line([at, y, at, plot.top + plot.height], error, 1, [1, 3]),
    line([at - 4, y - 4, at + 4, y + 4], error, 2),
    line([at - 4, y + 4, at + 4, y - 4], error, 2),
    {
      ...words(frame, broken.text, at + (isRight ? -8 : 8), y, isRight ? 'end' : 'start'),
      colour: error,
    },
  ];
}

/** The label stands on the side where there is more room. */
function best(frame: ChartFrame, { x, y, plot }: Scales): Shape[] {
  const { curves, theme } = frame;
  if (!curves.best || !isWithin(x, curves.best.epoch) || !isWithin(y, curves.best.value)) return [];
  const [atX, atY] = [toPixel(x)(curves.best.epoch), toPixel(y)(curves.best.value)];
  const isRight = atX > plot.left + plot.width / 2;
  const isHigh = atY < plot.top + plot.height / 2;
  const label = words(
    frame,
    t('best {0}', formatCount(curves.best.epoch)),
    atX + (isRight ? -4 : 4),
    atY + (isHigh ? 12 : -12),
    isRight ? 'end' : 'start',
  );
  const fill = curves.validation ? theme.validation : theme.train;
  return [
    { kind: 'dot', x: atX, y: atY, radius: 3.5, fill, stroke: theme.text },
    { ...label, colour: theme.text },
  ];
}
