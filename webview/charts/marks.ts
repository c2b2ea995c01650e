/** What is written into a chart, as a plugin of chart.js: references, changes, the best epoch, and where a curve breaks off. */
import type { Chart, Plugin } from 'chart.js';
import { formatCount } from '../format';
import { t } from '../l10n';
import type { CurveChartData, Drawn } from './chartData';
import type { ChartFrame } from './frame';
import { fontSize } from './layout';
import { type AxisEnds, toPixel } from './scale';

type Context = CanvasRenderingContext2D;
type Point = readonly [x: number, y: number];

export const marks: Plugin<'line'> = {
  id: 'marks',
  afterDatasetsDraw({ ctx, data }: Chart<'line'>) {
    const { marks } = data as unknown as CurveChartData;
    if (!marks) return;
    ctx.save();
    ctx.font = `${fontSize}px ${marks.frame.theme.fontFamily}`;
    for (const draw of [drawReferences, drawChanges, drawBreak, drawBest]) draw(ctx, marks);
    ctx.restore();
  },
};

const isWithin = ({ min, max }: AxisEnds, value: number) => value >= min && value <= max;

/** A second one only where both can be read. */
function drawReferences(context: Context, { frame: { curves, y, theme }, scales }: Drawn) {
  const { left, width } = scales.plot;
  let before = Number.NEGATIVE_INFINITY;
  for (const [i, { value, label }] of curves.references.entries()) {
    const at = toPixel(scales.y)(value);
    if (!isWithin(y, value) || Math.abs(at - before) < 28) continue;
    before = at;
    drawLine(context, [left, at], [left + width, at], theme.muted, [1, 3]);
    // The first is near the top of the axis, the second where the curves end: they look towards each other.
    drawWords(context, theme, label, [left + width, at + (i === 0 ? 9 : -8)], 'right', theme.muted);
  }
}

/** Lines where something was changed; their words too where there is room, else below the charts alone. */
function drawChanges(context: Context, { frame: { curves, x, theme }, scales }: Drawn) {
  const { top, height } = scales.plot;
  const seen = curves.changes.filter(({ epoch }) => isWithin(x, epoch));
  const pixels = seen.map(({ epoch }) => toPixel(scales.x)(epoch));
  // The words of a reference stand at the right end.
  const end = scales.x.end - 80;
  for (const [i, { text }] of seen.entries()) {
    const at = pixels[i]!;
    drawLine(context, [at, top], [at, top + height], theme.muted, [3, 3]);
    if ((pixels[i + 1] ?? end) - at > 6 * text.length)
      drawWords(context, theme, text, [at + 4, top + height - 8], 'left', theme.muted);
  }
}

/** A cross where the curve stopped having values, or the run diverged. */
function drawBreak(context: Context, { frame: { curves, x, theme }, scales }: Drawn) {
  const { broken } = curves;
  if (!broken || !isWithin(x, broken.epoch)) return;
  const { left, top, width, height } = scales.plot;
  const at = toPixel(scales.x)(broken.epoch);
  const isRight = at > left + width / 2;
  drawLine(context, [at, top], [at, top + height], theme.error, [1, 3]);
  const words = isRight ? `${broken.text} ✕` : `✕ ${broken.text}`;
  drawWords(
    context,
    theme,
    words,
    [at + (isRight ? -4 : 4), top + 7],
    isRight ? 'right' : 'left',
    theme.error,
  );
}

/** The label stands on the side where there is more room. */
function drawBest(context: Context, { frame: { curves, x, y, theme }, scales }: Drawn) {
  const { best, validation } = curves;
  if (!best || !isWithin(x, best.epoch) || !isWithin(y, best.value)) return;
  const { left, top, width, height } = scales.plot;
  const [atX, atY] = [toPixel(scales.x)(best.epoch), toPixel(scales.y)(best.value)];
  context.setLineDash([]);
  context.beginPath();
  context.arc(atX, atY, 3.5, 0, 2 * Math.PI);
  context.fillStyle = validation ? theme.validation : theme.train;
  context.fill();
  context.strokeStyle = theme.text;
  context.lineWidth = 1.5;
  context.stroke();
  const isRight = atX > left + width / 2;
  const isHigh = atY < top + height / 2;
  const place: Point = [atX + (isRight ? -4 : 4), atY + (isHigh ? 12 : -12)];
  drawWords(
    context,
    theme,
    t('best {0}', formatCount(best.epoch)),
    place,
    isRight ? 'right' : 'left',
    theme.text,
  );
}

function drawLine(context: Context, from: Point, to: Point, colour: string, dash: number[]) {
  context.setLineDash(dash);
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
}

/** On a ground, so that curves behind the letters do not cross them out. */
function drawWords(
  context: Context,
  { background }: ChartFrame['theme'],
  words: string,
  [x, y]: Point,
  align: 'left' | 'right',
  colour: string,
) {
  const { width } = context.measureText(words);
  context.fillStyle = background;
  context.fillRect(align === 'left' ? x - 1 : x - width - 1, y - fontSize / 2 - 1, width + 2, fontSize + 2);
  context.fillStyle = colour;
  context.textAlign = align;
  context.textBaseline = 'middle';
  context.fillText(words, x, y);
}
