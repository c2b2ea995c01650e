/** A chart as shapes: pure, so that the screen, the picture and a test see the same. */
import { withAlpha } from '../colour';
import { formatCount, formatTick } from '../format';
import { t } from '../l10n';
import type { Curve } from './curve';
import { polyline } from './decimate';
import type { ChartFrame } from './frame';
import { markShapes } from './marks';
import { type Scale, ticksOf, toPixel } from './scale';
import { type Box, fontSize, type Group, line, lonelyDots, type Shape } from './shapes';

export interface Scales {
  readonly x: Scale;
  readonly y: Scale;
  readonly plot: Box;
}

/** The left edge is fixed, so that the charts of a run begin at the same place. */
const margins = { left: 56, right: 12, top: 8, bottom: 30 };

export function scalesOf({ x, y }: ChartFrame, { left, top, width, height }: Box): Scales {
  const plot = {
    left: left + margins.left,
    top: top + margins.top,
    width: Math.max(1, width - margins.left - margins.right),
    height: Math.max(1, height - margins.top - margins.bottom),
  };
  return {
    plot,
    x: { ...x, start: plot.left, end: plot.left + plot.width },
    y: { ...y, start: plot.top + plot.height, end: plot.top },
  };
}

/** What seldom changes: grid, axes, and the runs that are compared. */
export function backScene(frame: ChartFrame, box: Box): Group[] {
  const scales = scalesOf(frame, box);
  return [
    { clip: null, shapes: axisShapes(frame, scales, box) },
    { clip: scales.plot, shapes: comparedShapes(frame, scales) },
  ];
}

/** The curves of the run that is shown, and what is marked. */
export function frontScene(frame: ChartFrame, box: Box): Group[] {
  const scales = scalesOf(frame, box);
  return [
    { clip: scales.plot, shapes: curveShapes(frame, scales) },
    { clip: null, shapes: markShapes(frame, scales) },
  ];
}

function axisShapes({ quantity, axisTitle, theme }: ChartFrame, { x, y, plot }: Scales, box: Box): Shape[] {
  const right = plot.left + plot.width;
  const bottom = plot.top + plot.height;
  const [xPixel, yPixel] = [toPixel(x), toPixel(y)];
  const shapes: Shape[] = [];
  const label = { kind: 'text', colour: theme.muted } as const;

  const rows = ticksOf(y, Math.max(2, Math.floor(plot.height / 22)));
  for (const value of rows.minor)
    shapes.push(line([plot.left, yPixel(value), right, yPixel(value)], withAlpha(theme.grid, 0.1)));
  for (const value of rows.values) {
    const text = quantity.formatTick(value, rows.decimals);
    shapes.push(line([plot.left - 4, yPixel(value), right, yPixel(value)], theme.grid));
    shapes.push({ ...label, text, x: plot.left - 6, y: yPixel(value), align: 'end' });
  }

  const columns = ticksOf(x, Math.max(2, Math.floor(plot.width / 64)));
  shapes.push(line([plot.left, bottom, right, bottom], theme.grid));
  for (const value of columns.values) {
    const at = xPixel(value);
    const text = columns.decimals === 0 ? formatCount(value) : formatTick(value, columns.decimals);
    // The last one has no room for its second half.
    const align = at + 3 * text.length > box.left + box.width ? 'end' : 'middle';
    shapes.push(line([at, bottom, at, bottom + 4], theme.grid));
    shapes.push({ ...label, text, x: align === 'end' ? right + 8 : at, y: bottom + 10, align });
  }
  shapes.push({ ...label, text: t('epoch'), x: plot.left + plot.width / 2, y: bottom + 23, align: 'middle' });
  const middle = plot.top + plot.height / 2;
  shapes.push({
    ...label,
    text: axisTitle,
    x: box.left + fontSize / 2 + 1,
    y: middle,
    align: 'middle',
    isUpright: true,
  });
  return shapes;
}

function comparedShapes({ compared }: ChartFrame, { x, y }: Scales): Shape[] {
  // Where a hundred lines lie over each other, nobody sees single pixels of one.
  const columnWidth = Math.max(1, Math.min(4, Math.floor(compared.length / 16)));
  return compared.flatMap(({ curve, style: { colour, dash } }) => {
    const points = polyline(curve, x, y, columnWidth);
    return [line(points, colour, columnWidth > 1 ? 1 : 1.25, dash), ...lonelyDots(points, colour, 2)];
  });
}

/** The first is drawn first, so that the noisy step losses stay behind. Where curves are smoothed, the raw ones are light. */
function curveShapes({ curves, theme }: ChartFrame, { x, y, plot }: Scales): Shape[] {
  const { train, validation, steps, smoothTrain, smoothValidation } = curves;
  const dash = [5, 3];
  const shapes: Shape[] = [];
  const draw = (
    curve: Curve | null,
    colour: string,
    width: number,
    dash: readonly number[],
    radius: number,
  ) => {
    if (!curve) return;
    const points = polyline(curve, x, y);
    // Where it goes up and down within each pixel it is a band: dashes are not seen in it and take long to paint.
    const isBand = points.length / 2 > 2 * plot.width;
    shapes.push(isBand ? line(points, colour) : line(points, colour, width, dash));
    shapes.push(...lonelyDots(points, colour, radius));
  };
  // Before the first epoch ends, single steps are all there is to see.
  const isFirst = train.length === 0;
  draw(steps, isFirst ? theme.train : withAlpha(theme.train, 0.25), 1, [], isFirst ? 1.5 : 0.5);
  if (isFirst && steps.length < 100) shapes.push(...stepDots(steps, x, y, theme.train));
  const light = (colour: string, smooth: Curve | null) => (smooth ? withAlpha(colour, 0.35) : colour);
  draw(train, light(theme.train, smoothTrain), smoothTrain ? 1 : 1.5, [], 2);
  draw(validation, light(theme.validation, smoothValidation), smoothValidation ? 1 : 1.5, dash, 2);
  draw(smoothTrain, theme.train, 1.75, [], 2);
  draw(smoothValidation, theme.validation, 1.75, dash, 2);
  return shapes;
}

/** Single steps are led by hand: each is seen. */
function stepDots(steps: Curve, x: Scale, y: Scale, fill: string): Shape[] {
  const points = polyline(steps, x, y);
  const dots: Shape[] = [];
  for (let i = 0; i < points.length; i += 2) {
    if (!Number.isNaN(points[i]!))
      dots.push({ kind: 'dot', x: points[i]!, y: points[i + 1]!, radius: 1.5, fill });
  }
  return dots;
}
