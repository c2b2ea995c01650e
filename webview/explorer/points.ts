/** Points of a chart on a canvas. */
import type { Theme } from '../theme';
import type { Ends } from './brush';

/** (points) each, in pixels from the left upper corner. */
export interface Places {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

export interface Values extends Ends {
  /** (points) */
  readonly values: Float32Array;
}

export const placesOf = (x: Values, y: Values, width: number, height: number): Places => ({
  x: x.values.map(value => shareOf(value, x) * width),
  y: y.values.map(value => (1 - shareOf(value, y)) * height),
});

export const shareOf = (value: number, { min, max }: Ends): number => (value - min) / (max - min);

/** The nearest point that a pointer at this place may mean; null where none is near. */
export function nearest({ x, y }: Places, pointerX: number, pointerY: number): number | null {
  let found: number | null = null;
  let least = maxDistance ** 2;
  for (let i = 0; i < x.length; i++) {
    const distance = (x[i]! - pointerX) ** 2 + (y[i]! - pointerY) ** 2;
    // Not so for one that has no place.
    if (distance <= least) [least, found] = [distance, i];
  }
  return found;
}
const maxDistance = 10;

export interface Looks {
  readonly isWrong: (i: number) => boolean;
  readonly isChosen: (i: number) => boolean;
  /** The one that is looked at closer; null for none. */
  readonly ringed: number | null;
  readonly colours: Pick<Theme, 'train' | 'validation' | 'text'>;
}

const radius = 2.5;
const ringRadius = 6;

/** Dots for those that are predicted right, crosses over them for those that are not; what is not chosen is faint. */
export function paint(canvas: HTMLCanvasElement, { x, y }: Places, looks: Looks) {
  const { isWrong, isChosen, ringed, colours } = looks;
  const context = canvas.getContext('2d')!;
  const scale = devicePixelRatio;
  const { clientWidth, clientHeight } = canvas;
  canvas.width = clientWidth * scale;
  canvas.height = clientHeight * scale;
  context.scale(scale, scale);
  context.lineWidth = 1.5;
  for (const faint of [true, false]) {
    context.globalAlpha = faint ? 0.15 : x.length > 2000 ? 0.6 : 1;
    const drawn = (wrong: boolean) => (i: number) => isChosen(i) !== faint && isWrong(i) === wrong;
    context.fillStyle = colours.train;
    context.fill(pathOf({ x, y }, drawn(false), dot));
    context.strokeStyle = colours.validation;
    context.stroke(pathOf({ x, y }, drawn(true), cross));
  }
  if (ringed === null) return;
  context.globalAlpha = 1;
  context.strokeStyle = colours.text;
  context.beginPath();
  context.arc(x[ringed]!, y[ringed]!, ringRadius, 0, 2 * Math.PI);
  context.stroke();
}

function pathOf({ x, y }: Places, isDrawn: (i: number) => boolean, draw: typeof dot): Path2D {
  const path = new Path2D();
  for (let i = 0; i < x.length; i++)
    if (isDrawn(i) && Number.isFinite(x[i]! + y[i]!)) draw(path, x[i]!, y[i]!);
  return path;
}

function dot(path: Path2D, x: number, y: number) {
  path.moveTo(x + radius, y);
  path.arc(x, y, radius, 0, 2 * Math.PI);
}

function cross(path: Path2D, x: number, y: number) {
  path.moveTo(x - radius, y - radius);
  path.lineTo(x + radius, y + radius);
  path.moveTo(x - radius, y + radius);
  path.lineTo(x + radius, y - radius);
}
