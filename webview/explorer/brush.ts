/** A rectangle of a chart, by which a person selects points. */

type Range = readonly [number, number];

/** In the values of the axes, edges included; the lower end first. */
export interface Rectangle {
  readonly x: Range;
  readonly y: Range;
}

export interface Ends {
  readonly min: number;
  readonly max: number;
}

/** Positions of the points in it, ascending; what is no number is in none. */
export function inRectangle(x: ArrayLike<number>, y: ArrayLike<number>, rectangle: Rectangle): number[] {
  const found: number[] = [];
  for (let i = 0; i < x.length; i++)
    if (isBetween(x[i]!, rectangle.x) && isBetween(y[i]!, rectangle.y)) found.push(i);
  return found;
}

const isBetween = (value: number, [low, high]: Range) => value >= low && value <= high;

const directions: Readonly<Record<string, Range>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

/** Steps from one end of an axis to the other; the first rectangle takes so many from the corner where both begin. */
const nSteps = 20;
const nFirst = 4;

/** What an arrow key makes of the rectangle: moved, or with another size; null for other keys. */
export function rectangleForKey(
  key: string,
  isResizing: boolean,
  from: Rectangle | null,
  x: Ends,
  y: Ends,
): Rectangle | null {
  const direction = directions[key];
  if (!direction) return null;
  if (!from) return { x: first(x), y: first(y) };
  const change = isResizing ? resized : moved;
  return { x: change(from.x, direction[0], x), y: change(from.y, direction[1], y) };
}

const stepOf = ({ min, max }: Ends) => (max - min) / nSteps;
const first = (axis: Ends): Range => [axis.min, round(axis.min + nFirst * stepOf(axis))];

function moved([low, high]: Range, direction: number, axis: Ends): Range {
  const by = Math.min(axis.max - high, Math.max(axis.min - low, direction * stepOf(axis)));
  return [round(low + by), round(high + by)];
}

const resized = ([low, high]: Range, direction: number, axis: Ends): Range => [
  low,
  direction === 0
    ? high
    : round(Math.min(axis.max, Math.max(low + stepOf(axis), high + direction * stepOf(axis)))),
];

/** So that many steps end on round numbers. */
const round = (value: number) => Number(value.toPrecision(9));
