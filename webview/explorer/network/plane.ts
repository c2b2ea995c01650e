/** The plane of two features on screen: original units ↔ pixels, points, and what is said of them. */
import type { Axis, Boundary, PartPoints, PlanePoints } from '../../../src/protocol';

/** A rectangle in CSS pixels that shows the plane. */
export interface PlaneFrame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Position {
  readonly x: number;
  readonly y: number;
}

/** Original units → pixels; y grows upwards. */
export function toPixels({ x, y }: Position, axes: readonly Axis[], frame: PlaneFrame): Position {
  return {
    x: frame.left + shareOf(x, axes[0]!) * frame.width,
    y: frame.top + (1 - shareOf(y, axes[1]!)) * frame.height,
  };
}

/** Pixels → original units; null outside. */
export function fromPixels({ x, y }: Position, axes: readonly Axis[], frame: PlaneFrame): Position | null {
  const [right, up] = [(x - frame.left) / frame.width, 1 - (y - frame.top) / frame.height];
  if (right < 0 || right > 1 || up < 0 || up > 1) return null;
  return { x: valueAt(right, axes[0]!), y: valueAt(up, axes[1]!) };
}

/** The cell of the grid in which a position lies; with one feature, all rows are alike. */
export function cellOf({ x, y }: Position, { axes, columns, rows }: Boundary): number {
  const column = Math.floor(shareOf(x, axes[0]!) * columns);
  const row = axes[1] ? Math.floor((1 - shareOf(y, axes[1])) * rows) : 0;
  return Math.min(rows - 1, Math.max(0, row)) * columns + Math.min(columns - 1, Math.max(0, column));
}

/** A position moved by an arrow key, a 50th of the axes at a time; null for any other key. */
export function positionForKey(key: string, from: Position | null, axes: readonly Axis[]): Position | null {
  const move = moves[key];
  if (!move) return null;
  const [x, y] = axes as [Axis, Axis];
  if (!from) return { x: valueAt(0.5, x), y: valueAt(0.5, y) };
  return {
    x: Math.min(x.max, Math.max(x.min, from.x + (move.x * (x.max - x.min)) / 50)),
    y: Math.min(y.max, Math.max(y.min, from.y + (move.y * (y.max - y.min)) / 50)),
  };
}

const moves: Readonly<Record<string, Position>> = {
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};

/** One of the points, by its number in its part. */
export interface PointOf {
  readonly part: PartPoints;
  readonly i: number;
}

export const positionOf = ({ part, i }: PointOf): Position => ({
  x: part.coordinates[0]![i]!,
  y: part.coordinates[1]![i]!,
});

export const isWrong = ({ part: { actual, predicted }, i }: PointOf): boolean => actual[i] !== predicted[i];

/** The point that is drawn nearest to a place, of those within reach; of equals the one drawn last, on top. */
export function pointAt(
  { parts }: PlanePoints,
  at: Position,
  axes: readonly Axis[],
  frame: PlaneFrame,
  reach: number,
): PointOf | null {
  let nearest: PointOf | null = null;
  let least = reach;
  for (const part of parts) {
    for (let i = 0; i < part.indices.length; i++) {
      const { x, y } = toPixels(positionOf({ part, i }), axes, frame);
      const distance = Math.hypot(x - at.x, y - at.y);
      if (distance > least) continue;
      least = distance;
      nearest = { part, i };
    }
  }
  return nearest;
}

/** Of a part: how many of its points are predicted wrongly. */
export function countWrong(part: PartPoints): number {
  let n = 0;
  for (let i = 0; i < part.indices.length; i++) if (isWrong({ part, i })) n++;
  return n;
}

/** (classes) share of the plane that goes to each. */
export function classShares(predicted: Uint16Array, nClasses: number): number[] {
  const counts = new Array<number>(nClasses).fill(0);
  for (const label of predicted) counts[label]!++;
  return counts.map(count => count / predicted.length);
}

/** Smallest and largest true value of all points. */
export function rangeOfPoints(points: PlanePoints | null): { readonly min: number; readonly max: number } {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { actual } of points?.parts ?? []) {
    for (const value of actual) {
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
  }
  return min < max ? { min, max } : { min: 0, max: 1 };
}

const shareOf = (value: number, { min, max }: Axis): number => (value - min) / (max - min);
const valueAt = (share: number, { min, max }: Axis): number => min + (max - min) * share;
