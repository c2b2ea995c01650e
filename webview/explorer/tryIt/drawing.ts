/** A drawing on a grid finer than the image, so that strokes have soft edges when it is brought down to the image's cells. */
import type { ImageShape } from '../../../src/protocol';
import type { Cell } from '../grid';

export interface Ink extends ImageShape {
  /** Fine cells along each side of an image's cell: a power of two, so that means of equal values are exact. */
  readonly scale: number;
  /** (height × scale, width × scale), in the units of the data. */
  readonly values: Float64Array;
}

/** In cells of the image, fractions included. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Brush {
  /** In cells. */
  readonly radius: number;
  /** Brightest value of the data. */
  readonly max: number;
  /** Whether it makes cells brighter or darker. */
  readonly isLight: boolean;
}

/** More would make each stroke slow. */
const maxFineCells = 2 ** 16;

function scaleFor({ width, height }: ImageShape): number {
  let scale = 8;
  while (scale > 1 && width * height * scale ** 2 > maxFineCells) scale /= 2;
  return scale;
}

/** An image to draw on. */
export function inkOf(pixels: readonly number[], { width, height }: ImageShape): Ink {
  const scale = scaleFor({ width, height });
  const columns = width * scale;
  const values = new Float64Array(columns * height * scale);
  for (let i = 0; i < values.length; i++) {
    const row = Math.floor(i / columns / scale);
    values[i] = pixels[row * width + Math.floor((i % columns) / scale)] ?? 0;
  }
  return { width, height, scale, values };
}

/** The mean of each cell: what the model gets. */
export function pixelsOf({ width, height, scale, values }: Ink): number[] {
  const sums = new Array<number>(width * height).fill(0);
  const columns = width * scale;
  for (let i = 0; i < values.length; i++) {
    const cell = Math.floor(i / columns / scale) * width + Math.floor((i % columns) / scale);
    sums[cell]! += values[i]!;
  }
  return sums.map(sum => sum / scale ** 2);
}

/** A straight stroke with a round brush. */
export function paintLine(ink: Ink, from: Point, to: Point, { radius, max, isLight }: Brush): Ink {
  const { width, height, scale } = ink;
  const values = ink.values.slice();
  const columns = width * scale;
  const firstRow = Math.max(0, Math.floor((Math.min(from.y, to.y) - radius) * scale) - 1);
  const lastRow = Math.min(height * scale - 1, Math.ceil((Math.max(from.y, to.y) + radius) * scale));
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = 0; column < columns; column++) {
      const centre = { x: (column + 0.5) / scale, y: (row + 0.5) / scale };
      const cover = Math.min(1, (radius - distanceToLine(centre, from, to)) * scale + 0.5);
      if (cover <= 0) continue;
      const i = row * columns + column;
      values[i] = isLight ? Math.max(values[i]!, cover * max) : Math.min(values[i]!, (1 - cover) * max);
    }
  }
  return { ...ink, values };
}

function distanceToLine(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = ((point.x - from.x) * dx + (point.y - from.y) * dy) / (dx * dx + dy * dy || 1);
  const nearest = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - nearest * dx, point.y - from.y - nearest * dy);
}

/** One cell of the image, by keyboard. */
export function paintCell(ink: Ink, { row, column }: Cell, value: number): Ink {
  const { width, scale } = ink;
  const values = ink.values.slice();
  for (let fine = row * scale; fine < (row + 1) * scale; fine++) {
    const start = (fine * width + column) * scale;
    values.fill(value, start, start + scale);
  }
  return { ...ink, values };
}

/**
 * Moved so that what differs from the background has its centre of mass in the middle, as in many sets of digits.
 * @param background 0, or the brightest value where it is dark on light
 */
export function centred(ink: Ink, background: number): Ink {
  const { width, height, scale, values } = ink;
  const columns = width * scale;
  const moments = { mass: 0, sumX: 0, sumY: 0 };
  for (const [i, value] of values.entries()) {
    const weight = Math.abs(value - background);
    moments.mass += weight;
    moments.sumX += weight * ((i % columns) + 0.5);
    moments.sumY += weight * (Math.floor(i / columns) + 0.5);
  }
  if (moments.mass === 0) return ink;
  const right = Math.round(columns / 2 - moments.sumX / moments.mass);
  const down = Math.round((height * scale) / 2 - moments.sumY / moments.mass);
  const moved = values.map((_, i) => {
    const [row, column] = [Math.floor(i / columns) - down, (i % columns) - right];
    const isInside = row >= 0 && row < height * scale && column >= 0 && column < columns;
    return isInside ? values[row * columns + column]! : background;
  });
  return { ...ink, values: moved };
}

export const filled = (shape: ImageShape, value: number): Ink =>
  inkOf(new Array<number>(shape.width * shape.height).fill(value), shape);

/** About as wide as a pen is in images of this size. */
export const penRadius = ({ width }: ImageShape): number => 0.45 + width / 30;
