import type { Random } from '../engine/random';
import { circle } from './generators/circle';
import { gauss } from './generators/gauss';
import { spiral } from './generators/spiral';
import { xor } from './generators/xor';
import type { Table } from './types';

/** A point of the plane, each coordinate about −6 … 6, and its class. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly isPositive: boolean;
}

/**
 * Draws one point.
 * @param isPositive the class that is asked for; where the noise carries a point over the boundary, it gets the other one
 * @param progress in [0, 1): how far through its class the point comes
 * @param noise 0 … 0.5
 */
export type Generator = (isPositive: boolean, progress: number, noise: number, random: Random) => Point;

/** Every generator by the name that the configuration uses; the four of TensorFlow Playground. */
export const generators = { circle, xor, gauss, spiral } satisfies Record<string, Generator>;

/** A table of points, its classes in turn. */
export function generate(
  name: string,
  draw: Generator,
  nSamples: number,
  noise: number,
  random: Random,
): Table {
  const x = new Float64Array(nSamples);
  const y = new Float64Array(nSamples);
  const codes = new Int32Array(nSamples);
  const nPairs = Math.ceil(nSamples / 2);
  for (let i = 0; i < nSamples; i++) {
    const point = draw(i % 2 === 0, Math.floor(i / 2) / nPairs, noise, random);
    x[i] = point.x;
    y[i] = point.y;
    codes[i] = point.isPositive ? 1 : 0;
  }
  return {
    origin: { key: 'data.generator', path: name },
    nRows: nSamples,
    columns: [
      { kind: 'numeric', name: 'x', values: x, offset: 0, stride: 1 },
      { kind: 'numeric', name: 'y', values: y, offset: 0, stride: 1 },
      { kind: 'categorical', name: 'class', codes, categories: ['negative', 'positive'] },
    ],
    target: 'class',
  };
}
