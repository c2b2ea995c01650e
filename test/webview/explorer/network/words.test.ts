import { describe, expect, it } from 'vitest';
import type { Boundary, LayerWeights, PartPoints, RunSummary } from '../../../../src/protocol';
import { placeInPlaneText, pointText } from '../../../../webview/explorer/network/planeText';
import { shapeOfClass } from '../../../../webview/explorer/network/pointShapes';
import { placeName, placeText, unitText } from '../../../../webview/explorer/network/weightWords';

const layers: LayerWeights[] = [
  {
    ...{ name: 'hidden 1', activation: 'tanh', inputNames: ['x', 'y'], outputNames: ['unit 1', 'unit 2'] },
    ...{ weights: Float32Array.of(1, 2, -3, 4), biases: Float32Array.of(0.5, -0.25) },
  },
  {
    ...{ name: 'output', activation: 'softmax', inputNames: ['unit 1', 'unit 2'], outputNames: ['a', 'b'] },
    ...{ weights: Float32Array.of(5, 6, 7, 8), biases: Float32Array.of(0, Number.NaN) },
  },
];

describe('weights in words', () => {
  it('say from where to where they lead', () => {
    expect(placeText(layers, { layer: 0, input: 1, output: 0 })).toBe('weight y → unit 1 of hidden 1: −3.00');
    expect(placeText(layers, { layer: 1, input: 0, output: 1 })).toBe('weight unit 1 → output b: 6.00');
    expect(placeName(layers, { layer: 0, input: null, output: 1 })).toBe('bias of unit 2 of hidden 1');
  });

  it('say what a unit does', () => {
    expect(unitText(layers, { column: 0, unit: 1 })).toBe('input y');
    expect(unitText(layers, { column: 1, unit: 1 })).toBe(
      'unit 2 of hidden 1: tanh of 2 weighted inputs, bias −0.250',
    );
    expect(unitText(layers, { column: 2, unit: 1 })).toBe('output b: softmax of 2 weighted inputs, bias —');
  });
});

const run = { classNames: ['a', 'b'], task: 'classification' } as unknown as RunSummary;
const axes = [
  { name: 'x', min: 0, max: 1 },
  { name: 'y', min: 0, max: 1 },
];

describe('the plane in words', () => {
  const boundary: Boundary = {
    ...{ epoch: 1, axes, columns: 1, rows: 1, unitSize: 0, units: null },
    outputs: {
      kind: 'class',
      ...{ predicted: Uint16Array.of(1), probability: Float32Array.of(0.75) },
      probabilities: Float32Array.of(0.25, 0.75),
    },
  };

  it('says where it is and what is likely there, the likeliest first', () => {
    expect(placeInPlaneText({ x: 0.12345, y: -0.5 }, boundary, run).replaceAll('\u202f', ' ')).toBe(
      'x 0.123, y −0.5: b 75.0 %, a 25.0 %',
    );
  });

  it('says how a sample comes out', () => {
    const part: PartPoints = {
      split: 'validation',
      ...{ nSamples: 2, lines: null, coordinates: [] },
      ...{ indices: Uint32Array.of(4, 8), actual: Float32Array.of(0, 1), predicted: Float32Array.of(1, 1) },
    };
    expect(pointText({ part, i: 0 }, run)).toBe('validation sample 4: true a, predicted b');
    expect(pointText({ part, i: 1 }, run)).toBe('validation sample 8: b, predicted rightly');
  });
});

it('neighbouring classes have different shapes', () => {
  const shapes = Array.from({ length: 7 }, (_, i) => shapeOfClass(i, 4));
  expect(new Set(shapes).size).toBe(7);
  expect(shapes.every(path => /^M[-\d. L a]+Z$/i.test(path))).toBe(true);
});
