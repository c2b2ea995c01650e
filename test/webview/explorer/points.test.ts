import { expect, it } from 'vitest';
import { nearest, placesOf } from '../../../webview/explorer/points';

const places = placesOf(
  { values: Float32Array.of(0.05, 0.4, Number.NaN), min: 0, max: 0.5 },
  { values: Float32Array.of(-9, 0, Number.NaN), min: -10, max: 10 },
  500,
  200,
);

it('a point lies where its numbers say, y upwards', () => {
  expect([...places.x.slice(0, 2)].map(Math.round)).toEqual([50, 400]);
  expect([...places.y.slice(0, 2)].map(Math.round)).toEqual([190, 100]);
});

it('a point is found near the pointer', () => {
  expect([nearest(places, 52, 194), nearest(places, 401, 100), nearest(places, 200, 100)]).toEqual([
    ...[0, 1, null],
  ]);
});
