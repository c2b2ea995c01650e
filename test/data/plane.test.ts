import { describe, expect, it } from 'vitest';
import { axisOf, coordinatesOf, gridInputs, planeFeatures } from '../../src/data/plane';
import type { FeatureEncoding, NumericEncoding, Part, Preprocessing } from '../../src/data/types';

const number = (name: string, shift: number, scale: number, fill: number | null = null): NumericEncoding => ({
  ...{ kind: 'numeric', name, shift, scale, fill },
  ...{ mean: shift, std: scale, max: 10 },
});
const x = number('x', 1, 2);
const y = number('y', 3, 4, 7);
const colour: FeatureEncoding = { kind: 'one_hot', name: 'colour', categories: ['red', 'blue'], fill: null };

describe('the features that span a picture', () => {
  it.each([
    ['one number', [x], ['x']],
    ['two numbers', [x, y], ['x', 'y']],
    ['three numbers', [x, y, number('z', 0, 1)], []],
    ['a number and a choice', [x, colour], []],
    ['a choice', [colour], []],
  ])('of %s', (_, features, names) => {
    expect(planeFeatures(features).map(({ name }) => name)).toEqual(names);
  });
});

describe('an axis', () => {
  it('holds all values with room around them', () => {
    expect(axisOf('x', [Float32Array.of(2, 4), Float32Array.of(12)])).toEqual({
      name: 'x',
      min: expect.closeTo(1.2),
      max: expect.closeTo(12.8),
    });
  });

  it('has a length where all values are the same', () => {
    expect(axisOf('x', [Float32Array.of(5, 5)])).toEqual({ name: 'x', min: 4, max: 6 });
    // Next to a number as large as this, 1 is nothing.
    const { min, max } = axisOf('x', [Float32Array.of(2 ** 60)]);
    expect([min < 2 ** 60, max > 2 ** 60]).toEqual([true, true]);
  });
});

describe('the grid', () => {
  const axes = [
    { name: 'x', min: 0, max: 10 },
    { name: 'y', min: -4, max: 4 },
  ];

  it('begins with the smallest x and the largest y, in the scale of the inputs', () => {
    const grid = gridInputs([x, y], axes, 5, 2);
    expect(grid).toHaveLength(20);
    // The middles of the corner cells: x 1 and 9, y 2 and −2.
    expect([...grid.subarray(0, 2)]).toEqual([(1 - 1) / 2, (2 - 3) / 4]);
    expect([...grid.subarray(8, 10)]).toEqual([(9 - 1) / 2, (2 - 3) / 4]);
    expect([...grid.subarray(10, 12)]).toEqual([(1 - 1) / 2, (-2 - 3) / 4]);
    expect([...grid.subarray(18, 20)]).toEqual([(9 - 1) / 2, (-2 - 3) / 4]);
  });

  it('of one feature has alike rows', () => {
    expect([...gridInputs([x], axes, 2, 2)]).toEqual([0.75, 3.25, 0.75, 3.25]);
  });
});

it('a missing cell lies where it was filled in', () => {
  const values = Float64Array.of(1, 2, 3, Number.NaN, 5, 6);
  const column = (name: string, offset: number) =>
    ({ kind: 'numeric', name, values, offset, stride: 2 }) as const;
  const part: Part = {
    table: {
      origin: { key: 'data.path', path: 'a.csv' },
      nRows: 3,
      columns: [column('y', 1), column('x', 0), column('t', 0)],
    },
    rows: Uint32Array.of(1, 2),
    inputs: new Float32Array(4),
    targets: new Float32Array(2),
  };
  const target = { kind: 'numeric', name: 't', shift: 0, scale: 1 } as const;
  const features = [x, y];
  const preprocessing: Preprocessing = {
    task: 'regression',
    ...{ target, features, inputNames: ['x', 'y'], image: null },
  };
  expect(coordinatesOf(part, Uint32Array.of(0, 1), preprocessing).map(values => [...values])).toEqual([
    [3, 5],
    [7, 6],
  ]);
});
