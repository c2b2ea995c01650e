/** The plane as a canvas shows it: its colours, its axes and the points on it. */
import type { Axis, PlanePoints } from '../../../src/protocol';
import { ticksOf } from '../../charts/scale';
import { css } from '../../colour';
import { formatShort } from '../../format';
import type { Theme } from '../../theme';
import { isWrong, type PlaneFrame, type PointOf, positionOf, toPixels } from './plane';
import { type PlaneColours, pointColour } from './planeColours';
import { shapeOfClass } from './pointShapes';

export interface PlanePixels {
  readonly columns: number;
  readonly rows: number;
  readonly paint: (pixels: Uint8ClampedArray) => void;
}

export interface PlaneDrawing {
  readonly pixels: PlanePixels;
  readonly axes: readonly Axis[];
  readonly points: PlanePoints | null;
  readonly isClass: boolean;
  readonly colours: PlaneColours;
  readonly theme: Theme;
  readonly frame: PlaneFrame;
}

/** More points than this are drawn smaller. */
const manyPoints = 800;

export function drawPlane(context: CanvasRenderingContext2D, drawing: PlaneDrawing) {
  drawPixels(context, drawing.pixels, drawing.frame, !drawing.colours.isDiscrete);
  drawAxes(context, drawing);
  drawPoints(context, drawing);
}

/** A small picture, stretched over the frame. */
export function drawPixels(
  context: CanvasRenderingContext2D,
  { columns, rows, paint }: PlanePixels,
  { left, top, width, height }: PlaneFrame,
  isSmooth: boolean,
) {
  const image = new ImageData(columns, rows);
  paint(image.data);
  const small = new OffscreenCanvas(columns, rows);
  small.getContext('2d')!.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = isSmooth;
  context.drawImage(small, left, top, width, height);
}

export function drawAxes(
  context: CanvasRenderingContext2D,
  { axes, theme, frame }: Pick<PlaneDrawing, 'axes' | 'theme' | 'frame'>,
) {
  const { left, top, width, height } = frame;
  const [x, y] = axes as [Axis, Axis];
  context.strokeStyle = theme.grid;
  context.lineWidth = 1;
  context.strokeRect(left - 0.5, top - 0.5, width + 1, height + 1);
  context.fillStyle = theme.muted;
  context.font = `11px ${theme.fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  for (const value of ticks(x))
    context.fillText(tickText(value), toPixels({ x: value, y: y.min }, axes, frame).x, top + height + 4);
  context.fillText(x.name, left + width / 2, top + height + 18, width);
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const value of ticks(y))
    context.fillText(tickText(value), left - 4, toPixels({ x: x.min, y: value }, axes, frame).y);
  context.save();
  context.translate(6, top + height / 2);
  context.rotate(-Math.PI / 2);
  context.textAlign = 'center';
  context.fillText(y.name, 0, 0, height);
  context.restore();
}

const ticks = (axis: Axis) => ticksOf({ ...axis, isLog: false }, 5).values;
const tickText = (value: number) => formatShort(value).replace('-', '−');

/**
 * Of classes: training points are filled, validation points hollow, with rings around those that are predicted wrongly.
 * Of a quantity, where the colour is a value: circles and squares.
 */
export function drawPoints(context: CanvasRenderingContext2D, drawing: Omit<PlaneDrawing, 'pixels'>) {
  const { points, isClass, colours, axes, frame, theme } = drawing;
  if (!points) return;
  const nPoints = points.parts.reduce((sum, { indices }) => sum + indices.length, 0);
  const radius = nPoints > manyPoints ? 2.5 : 3.5;
  const nShapes = isClass ? colours.classes.length : 2;
  const shapes = Array.from({ length: nShapes }, (_, i) => new Path2D(shapeOfClass(i, radius)));
  const ring = new Path2D(shapeOfClass(0, radius + 3));
  for (const part of points.parts) {
    for (let i = 0; i < part.indices.length; i++) {
      const at = toPixels(positionOf({ part, i }), axes, frame);
      context.save();
      context.translate(at.x, at.y);
      drawPoint(context, { part, i }, drawing, shapes);
      if (isClass && isWrong({ part, i })) {
        context.strokeStyle = theme.text;
        context.lineWidth = 1.5;
        context.stroke(ring);
      }
      context.restore();
    }
  }
}

function drawPoint(
  context: CanvasRenderingContext2D,
  { part, i }: PointOf,
  { isClass, colours, theme }: Omit<PlaneDrawing, 'pixels'>,
  shapes: readonly Path2D[],
) {
  const actual = part.actual[i]!;
  const isTraining = part.split === 'train';
  if (!isClass) {
    fillShape(context, shapes[isTraining ? 0 : 1]!, css(pointColour(actual, colours)), theme.text);
    return;
  }
  const colour = css(colours.classes[actual]!);
  context.lineWidth = isTraining ? 1 : 2;
  const [fill, stroke] = isTraining ? [colour, theme.background] : [theme.background, colour];
  fillShape(context, shapes[actual]!, fill, stroke);
}

function fillShape(context: CanvasRenderingContext2D, shape: Path2D, fill: string, stroke: string) {
  context.fillStyle = fill;
  context.strokeStyle = stroke;
  context.fill(shape);
  context.stroke(shape);
}
