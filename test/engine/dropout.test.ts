import { expect, it } from 'vitest';
import { dropOut } from '../../src/engine/dropout';
import { Random } from '../../src/engine/random';

const rows = { nRows: 100, nColumns: 1000, stride: 1000 };
const length = rows.nRows * rows.stride;

it.each([0.001, 0.2, 0.5, 0.9])('%f of the values become 0, and the mean of all stays', rate => {
  const a = new Float32Array(length).fill(1);
  const [dropped, scales] = [new Float32Array(length), new Float32Array(length)];
  dropOut({ a, dropped, scales }, rate, Random.seeded(1), rows);
  // Four standard deviations of a binomial share.
  const tolerance = 4 * Math.sqrt((rate * (1 - rate)) / length);
  const share = dropped.filter(value => value === 0).length / length;
  expect(Math.abs(share - rate)).toBeLessThan(tolerance);
  const mean = dropped.reduce((sum, value) => sum + value, 0) / length;
  expect(Math.abs(mean - 1)).toBeLessThan(tolerance / (1 - rate));
  expect(new Set(scales)).toEqual(new Set([0, Math.fround(1 / (1 - rate))]));
});
