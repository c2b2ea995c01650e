import { expect, test } from 'vitest';
import type { LayerSummary, UnitImage } from '../../../../src/protocol';
import { diverging } from '../../../../webview/colour';
import { foundNames } from '../../../../webview/explorer/weights/find';
import { paintValues } from '../../../../webview/explorer/weights/paint';
import { picturesOf } from '../../../../webview/explorer/weights/pictures';
import { inOrder, pixelText } from '../../../../webview/explorer/weights/unitText';

const unit = (n: number): UnitImage => ({
  ...{ unit: n, name: `unit ${n + 1}`, norm: 1, bias: 0 },
  weights: Float32Array.of(1, 2, 3, -4),
});

test('pixels have the colours of the scale', () => {
  const colours = { negative: [0, 0, 255], zero: [0, 0, 0], positive: [255, 0, 0] } as const;
  const values = [-2, -1, 0, 0.5, Number.NaN];
  const pixels = new Uint8ClampedArray(4 * values.length);
  paintValues(pixels, i => values[i]!, 1, colours);
  expect([...pixels]).toEqual(values.flatMap(value => [...diverging(value, 1, colours), 255]));
});

test('units come as they are sorted, or by their number', () => {
  expect(inOrder([unit(3), unit(1)], 'norm').map(({ unit }) => unit)).toEqual([3, 1]);
  expect(inOrder([unit(3), unit(1)], 'number').map(({ unit }) => unit)).toEqual([1, 3]);
});

test('a pixel is told by row and column, from 1', () => {
  expect(pixelText(unit(2), { width: 2, height: 2 }, { row: 1, column: 1 })).toBe(
    'unit 3, row 2, column 2 = −4.00',
  );
});

test('names are found by a part of them, those that begin with it first', () => {
  const names = ['Bonn', 'Aachen', 'Essen', 'en'];
  expect(foundNames(names, 'EN').map(i => names[i])).toEqual(['en', 'Essen', 'Aachen']);
  expect(foundNames(names, ' ')).toEqual([]);
});

test('a layer is shown in the ways that suit it', () => {
  const summary = (kind: 'table' | 'layer'): LayerSummary => ({
    ...{ name: 'a', kind, activation: 'relu' },
    ...{ nRows: 4, nColumns: 2, nParameters: 10, norm: 1 },
  });
  const [table, layer, output] = [summary('table'), summary('layer'), summary('layer')];
  const image = { width: 2, height: 2 };
  const list = (layers: LayerSummary[], withImage = false) => ({
    ...{ epoch: 1, layers, image: withImage ? image : null },
  });
  expect(picturesOf(list([table, layer]), table)).toEqual(['map', 'heatMap']);
  expect(picturesOf(list([table, layer]), layer)).toEqual(['heatMap', 'histograms']);
  expect(picturesOf(list([layer, output], true), layer)).toEqual(['images', 'heatMap', 'histograms']);
  expect(picturesOf(list([layer, output], true), output)).toEqual(['heatMap', 'histograms']);
});
