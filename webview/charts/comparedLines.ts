/**
 * The runs that are compared, drawn by a plugin: for datasets, chart.js makes an element of every point, which for a
 * hundred runs takes ten times as long as drawing them.
 */
import type { Chart, Plugin } from 'chart.js';
import type { CurveChartData, Drawn } from './chartData';
import { decimated, type Point } from './decimate';
import type { Scales } from './layout';
import { toPixel } from './scale';

export const comparedLines: Plugin<'line'> = {
  id: 'comparedLines',
  beforeDatasetsDraw({ ctx, data }: Chart<'line'>) {
    const { compared } = data as unknown as CurveChartData;
    if (compared) draw(ctx, compared);
  },
};

function draw(context: CanvasRenderingContext2D, { frame: { compared }, scales }: Drawn) {
  const { left, top, width, height } = scales.plot;
  // Where a hundred lines lie over each other, nobody sees single pixels of one.
  const columnWidth = Math.max(1, Math.min(4, Math.floor(compared.length / 16)));
  context.save();
  context.beginPath();
  context.rect(left, top, width, height);
  context.clip();
  // A browser paints lines of one pixel much faster than any others.
  context.lineWidth = columnWidth > 1 ? 1 : 1.25;
  for (const { curve, style } of compared) {
    context.strokeStyle = style.colour;
    context.fillStyle = style.colour;
    context.setLineDash([...style.dash]);
    drawLine(context, decimated(curve, scales.x, columnWidth), scales);
  }
  context.restore();
}

function drawLine(context: CanvasRenderingContext2D, points: readonly Point[], scales: Scales) {
  const [toX, toY] = [toPixel(scales.x), toPixel(scales.y)];
  const isGap = (i: number) => Number.isNaN(points[i]?.y ?? Number.NaN);
  const lonely: Point[] = [];
  context.beginPath();
  for (const [i, point] of points.entries()) {
    if (isGap(i)) continue;
    const [x, y] = [toX(point.x), toY(point.y)];
    if (!isGap(i - 1)) context.lineTo(x, y);
    else if (isGap(i + 1)) lonely.push({ x, y });
    else context.moveTo(x, y);
  }
  context.stroke();
  // One point between two gaps makes no line.
  for (const { x, y } of lonely) {
    context.beginPath();
    context.arc(x, y, 2, 0, 2 * Math.PI);
    context.fill();
  }
}
