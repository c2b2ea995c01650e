import type { LayerWeights } from '../../src/protocol';
import { type DivergingColours, diverging } from '../colour';
import { formatSigned } from '../format';

/** What every picture of a layer is drawn from. */
export interface LayerPictureProps {
  readonly layer: LayerWeights;
  /** The value that gets the full colour; the same for the whole layer. */
  readonly limit: number;
  readonly colours: DivergingColours;
}

/** Weight of an input in a unit; `layer.weights` is (inputs, outputs). */
export function weightOf(layer: LayerWeights, input: number, unit: number): number {
  return layer.weights[input * layer.outputNames.length + unit] ?? Number.NaN;
}

/** 'petal_width × unit 3 = −0.412' */
export function weightText(layer: LayerWeights, input: number, unit: number): string {
  return `${layer.inputNames[input]} × ${layer.outputNames[unit]} = ${formatSigned(weightOf(layer, input, unit))}`;
}

/** A painter of opaque pixels, row by row. */
export function weightPainter(valueAt: (pixel: number) => number, { limit, colours }: LayerPictureProps) {
  return (pixels: Uint8ClampedArray): void => {
    for (let i = 0; i < pixels.length / 4; i++)
      pixels.set([...diverging(valueAt(i), limit, colours), 255], 4 * i);
  };
}

/** Units with the longest weight vector first: they matter most to the layer after. */
export function unitsByNorm(layer: LayerWeights): { readonly unit: number; readonly norm: number }[] {
  const nInputs = layer.inputNames.length;
  return layer.outputNames
    .map((_, unit) => {
      let squares = 0;
      for (let input = 0; input < nInputs; input++) squares += weightOf(layer, input, unit) ** 2;
      return { unit, norm: Math.sqrt(squares) };
    })
    .sort((a, b) => b.norm - a.norm);
}
