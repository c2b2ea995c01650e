import { expect, it } from 'vitest';
import type { Boundary, PlanePoints } from '../../../../src/protocol';
import { predictionCurves } from '../../../../webview/explorer/network/curve';

const shape = {
  ...{ epoch: 1, axes: [{ name: 'x', min: 0, max: 4 }], columns: 2, rows: 2, unitSize: 0, units: null },
};
const classes = (...probabilities: number[]): Boundary => ({
  ...shape,
  outputs: {
    kind: 'class',
    ...{ predicted: new Uint16Array(4), probability: new Float32Array(4) },
    probabilities: Float32Array.from(probabilities),
  },
});
const points = (...actual: number[]): PlanePoints => ({
  epoch: 1,
  parts: [
    {
      ...{ split: 'train', nSamples: actual.length, lines: null },
      indices: Uint32Array.from(actual.keys()),
      coordinates: [Float32Array.from(actual.keys())],
      ...{ actual: Float32Array.from(actual), predicted: Float32Array.from(actual) },
    },
  ],
});
const heights = (given: PlanePoints | null) => [...given!.parts[0]!.coordinates[1]!];

it('of two classes there is one curve between their samples', () => {
  const given = classes(0.75, 0.25, 0.5, 0.5, 0, 0, 0, 0);
  const { curves, points: shown, axes } = predictionCurves(given, points(0, 1, 1), ['a', 'b']);
  expect(curves).toEqual([{ label: 1, values: [0.25, 0.5] }]);
  expect(heights(shown)).toEqual([0, 1, 1]);
  expect(axes[1].name).toBe('p(b)');
});

it('of more classes each has a curve, and the samples lie above', () => {
  const given = classes(0.5, 0.25, 0.25, 0, 0.5, 0.5);
  const { curves, points: shown } = predictionCurves(given, points(0, 2), ['a', 'b', 'c']);
  expect(curves.map(({ values }) => values)).toEqual([
    [0.5, 0],
    [0.25, 0.5],
    [0.25, 0.5],
  ]);
  expect(heights(shown)).toEqual([1, 1]);
});

it('of a quantity there is room for the curve and all samples', () => {
  const values: Boundary = {
    ...shape,
    outputs: { kind: 'value', name: 'z', values: Float32Array.of(1, 3, 1, 3) },
  };
  const { curves, points: shown, axes } = predictionCurves(values, points(-1, 9), []);
  expect(curves).toEqual([{ label: null, values: [1, 3] }]);
  expect(heights(shown)).toEqual([-1, 9]);
  expect(axes[1]).toEqual({ name: 'z', min: -1.5, max: 9.5 });
});
