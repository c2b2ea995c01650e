/** What a chart is drawn of: the canvas on the screen and the exported picture are painted from the same shapes. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Line {
  readonly kind: 'line';
  /** x, y, x, y … in pixels; NaN, NaN where it is broken. */
  readonly points: readonly number[];
  readonly colour: string;
  readonly width: number;
  readonly dash?: readonly number[];
}

export interface Dot {
  readonly kind: 'dot';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly fill: string;
  readonly stroke?: string;
}

export interface Text {
  readonly kind: 'text';
  readonly x: number;
  /** Middle of the letters. */
  readonly y: number;
  readonly text: string;
  readonly colour: string;
  readonly align: 'start' | 'middle' | 'end';
  /** Ground around the letters, so that curves behind them do not cross them out. */
  readonly halo?: string;
  /** Read from below. */
  readonly isUpright?: boolean;
}

export type Shape = Line | Dot | Text;

/** Shapes of which nothing is seen outside of the box. */
export interface Group {
  readonly clip: Box | null;
  readonly shapes: readonly Shape[];
}

export const fontSize = 10;

export const line = (
  points: readonly number[],
  colour: string,
  width = 1,
  dash: readonly number[] = [],
): Line => ({
  ...{ kind: 'line', points, colour, width, dash },
});

/** Dots where a line has a single point between two gaps: one point makes no line. */
export function lonelyDots(points: readonly number[], fill: string, radius: number): Dot[] {
  const dots: Dot[] = [];
  const isGap = (i: number) => i < 0 || i >= points.length || Number.isNaN(points[i]!);
  for (let i = 0; i < points.length; i += 2) {
    if (!isGap(i) && isGap(i - 2) && isGap(i + 2))
      dots.push({ kind: 'dot', x: points[i]!, y: points[i + 1]!, radius, fill });
  }
  return dots;
}
