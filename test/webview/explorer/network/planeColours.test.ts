import { describe, expect, it } from 'vitest';
import type { Boundary } from '../../../../src/protocol';
import type { Rgb } from '../../../../webview/colour';
import {
  classColours,
  outputColour,
  outputPictures,
  type PlaneColours,
  painter,
  paler,
  pointColour,
  type UnitPicture,
  unitColour,
  unitPictures,
} from '../../../../webview/explorer/network/planeColours';

const blue: Rgb = [0, 0, 200];
const white: Rgb = [255, 255, 255];
const orange: Rgb = [200, 100, 0];
const scale = { negative: blue, zero: white, positive: orange };
const colours = (nClasses: number, isDiscrete = false): PlaneColours => ({
  ...{ classes: classColours(nClasses, scale), scale, range: { min: 0, max: 10 }, isDiscrete },
});

function plane(probabilities: number[][], isWhole = true): Boundary['outputs'] {
  const best = probabilities.map(p => p.indexOf(Math.max(...p)));
  return {
    kind: 'class',
    predicted: Uint16Array.from(best),
    probability: Float32Array.from(probabilities, (p, i) => p[best[i]!]!),
    probabilities: isWhole ? Float32Array.from(probabilities.flat()) : null,
  };
}
const rounded = (colour: Rgb) => colour.map(Math.round);

describe('classes', () => {
  it('two are the ends of the scale, more are apart from one another', () => {
    expect(classColours(2, scale)).toEqual([blue, orange]);
    expect(new Set(classColours(8, scale).map(String)).size).toBe(8);
    expect(classColours(10, scale)).toHaveLength(10);
  });

  it('are the stronger the surer the model is; nobody knows at a guess', () => {
    const at = outputColour(
      plane([
        [1, 0],
        [0.5, 0.5],
        [0.25, 0.75],
      ]),
      colours(2),
    );
    expect(rounded(at(0))).toEqual([102, 102, 222]);
    expect(at(1)).toEqual(white);
    expect(rounded(at(2))).toEqual([239, 209, 179]);
  });

  it('mix between two of three', () => {
    const three = colours(3);
    const [first, second] = three.classes as [Rgb, Rgb];
    const [red] = outputColour(plane([[0.5, 0.5, 0]]), three)(0);
    expect(red).toBeCloseTo(255 + 0.15 * (first[0] - 255 + second[0] - 255), 3);
  });

  it('are whole when only the likeliest is shown', () => {
    const at = outputColour(
      plane([
        [0.51, 0.49],
        [1, 0],
      ]),
      colours(2, true),
    );
    expect(at(0)).toEqual(at(1));
  });

  it('come from the likeliest one where all would be too many', () => {
    expect(outputColour(plane([[1, 0]], false), colours(2))(0)).toEqual(
      outputColour(plane([[1, 0]]), colours(2))(0),
    );
  });

  it('of a model that has diverged are the background', () => {
    expect(outputColour(plane([[Number.NaN, Number.NaN]]), colours(2))(0)).toEqual(white);
  });
});

describe('a quantity', () => {
  const values = (...given: number[]): Boundary['outputs'] => ({
    kind: 'value',
    name: 'z',
    values: Float32Array.from(given),
  });

  it('has the ends of the scale at the ends of the data', () => {
    expect([0, 5, 10, 99].map(value => pointColour(value, colours(0)))).toEqual([
      blue,
      white,
      orange,
      orange,
    ]);
    expect(outputColour(values(5), colours(0))(0)).toEqual(white);
  });

  it('has few colours in steps', () => {
    const many = values(...Array.from({ length: 101 }, (_, i) => i / 10));
    const at = outputColour(many, colours(0, true));
    expect(new Set(Array.from({ length: 101 }, (_, i) => String(at(i)))).size).toBe(8);
  });
});

describe('pictures of units', () => {
  it('are scaled by their own largest value', () => {
    const pictures = unitPictures(Float32Array.of(1, -2, 0, 1, 0, 0, 8, 4), 2, scale);
    expect(pictures.map(({ limit }) => limit)).toEqual([2, 8]);
    expect(unitColour(pictures[0]!)(1)).toEqual(blue);
    expect(unitColour(pictures[1]!)(2)).toEqual(orange);
  });

  it('are paler behind points', () => {
    const [picture] = unitPictures(Float32Array.of(1, -2, 0, 1), 2, scale) as [UnitPicture];
    expect([1, 2].map(unitColour(paler(picture))).map(rounded)).toEqual([[102, 102, 222], white]);
  });

  it('of outputs have the colour of the class that they speak for', () => {
    const [picture] = outputPictures(Float32Array.of(0, 1, 1, 0), 2, [0], colours(2));
    expect([0, 1].map(unitColour(picture!))).toEqual([white, blue]);
  });

  it('of a quantity are on the scale of the data', () => {
    const [picture] = outputPictures(Float32Array.of(0, 5, 10, 20), 2, null, colours(0));
    expect([0, 1, 2, 3].map(unitColour(picture!))).toEqual([blue, white, orange, orange]);
  });
});

it('pixels are opaque', () => {
  const pixels = new Uint8ClampedArray(8);
  painter(i => [i, 10, 20])(pixels);
  expect([...pixels]).toEqual([0, 10, 20, 255, 1, 10, 20, 255]);
});
