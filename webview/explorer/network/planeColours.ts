/** Colours of classes and of the plane behind them. */
import type { Boundary, ClassPlane, ValuePlane } from '../../../src/protocol';
import { type DivergingColours, diverging, largestMagnitude, mixed, type Rgb } from '../../colour';

/** Told apart by people who see fewer colours. Source: Okabe and Ito 2008, "Color universal design". */
const okabeIto: readonly Rgb[] = [
  [0, 114, 178],
  [230, 159, 0],
  [0, 158, 115],
  [204, 121, 167],
  [86, 180, 233],
  [213, 94, 0],
  [240, 228, 66],
  [153, 153, 153],
];

/** The plane is paler than the points on it. */
const strength = 0.6;
/** Of a quantity, when it is shown in steps. */
const nSteps = 8;

/** Two classes are the two ends of every other scale; with more than eight, shapes tell them apart too. */
export function classColours(nClasses: number, { negative, positive }: DivergingColours): Rgb[] {
  if (nClasses === 2) return [negative, positive];
  return Array.from({ length: nClasses }, (_, i) => okabeIto[i % okabeIto.length]!);
}

export interface ValueRange {
  readonly min: number;
  readonly max: number;
}

export interface PlaneColours {
  readonly classes: readonly Rgb[];
  readonly scale: DivergingColours;
  /** Of a quantity. */
  readonly range: ValueRange;
  readonly isDiscrete: boolean;
}

type ColourAt = (cell: number) => Rgb;

/** Of each cell of the plane of outputs. */
export function outputColour(outputs: Boundary['outputs'], colours: PlaneColours): ColourAt {
  return outputs.kind === 'value' ? valueColour(outputs, colours) : classColour(outputs, colours);
}

/** Class colours, each the stronger the more likely the class is than a guess; the background where nobody knows. */
function classColour(
  { predicted, probability, probabilities }: ClassPlane,
  { classes, scale: { zero }, isDiscrete }: PlaneColours,
): ColourAt {
  const n = classes.length;
  const sure = (p: number) => (p > 1 / n ? (p - 1 / n) / (1 - 1 / n) : 0);
  if (isDiscrete) return cell => mixed(zero, classes[predicted[cell]!]!, strength);
  if (!probabilities)
    return cell => mixed(zero, classes[predicted[cell]!]!, strength * sure(probability[cell]!));
  return cell => {
    const colour: [number, number, number] = [...zero];
    for (let c = 0; c < n; c++) {
      const share = strength * sure(probabilities[cell * n + c]!);
      if (share === 0) continue;
      for (let i = 0; i < 3; i++) colour[i] = colour[i]! + share * (classes[c]![i]! - zero[i]!);
    }
    return colour;
  };
}

function valueColour({ values }: ValuePlane, { scale, range, isDiscrete }: PlaneColours): ColourAt {
  return cell => {
    const share = shareOf(values[cell]!, range);
    const shown = isDiscrete ? (Math.floor(Math.min(share, 0.999) * nSteps) + 0.5) / nSteps : share;
    return diverging((2 * shown - 1) * strength, 1, scale);
  };
}

/** Of a number that is a point of the data. */
export const pointColour = (value: number, { scale, range }: PlaneColours): Rgb =>
  diverging(2 * shareOf(value, range) - 1, 1, scale);

/** From 0 to 1 between the ends. */
const shareOf = (value: number, { min, max }: ValueRange): number =>
  Math.min(1, Math.max(0, (value - min) / (max - min || 1)));

/** What a unit gives over the plane, and what its colours mean. */
export interface UnitPicture {
  /** (size, size) */
  readonly values: Float32Array;
  /** The value that has no colour, and how far from it the ends of the scale are. */
  readonly centre: number;
  readonly limit: number;
  readonly scale: DivergingColours;
}

/** Of inputs and hidden units: around 0, up to each one's own largest value. */
export function unitPictures(values: Float32Array, size: number, scale: DivergingColours): UnitPicture[] {
  return unitByUnit(values, size).map(own => ({
    ...{ values: own, centre: 0, limit: largestMagnitude(own), scale },
  }));
}

/**
 * Of outputs: the probability of a class in its colour, or a quantity on the scale of the data.
 * @param labels the class that each output speaks for
 */
export function outputPictures(
  values: Float32Array,
  size: number,
  labels: readonly number[] | null,
  { classes, scale, range: { min, max } }: PlaneColours,
): UnitPicture[] {
  return unitByUnit(values, size).map((own, output) =>
    labels
      ? { values: own, centre: 0, limit: 1, scale: { ...scale, positive: classes[labels[output]!]! } }
      : { values: own, centre: (min + max) / 2, limit: (max - min) / 2, scale },
  );
}

function unitByUnit(values: Float32Array, size: number): Float32Array[] {
  const nPixels = size * size;
  return Array.from({ length: values.length / nPixels }, (_, unit) =>
    values.subarray(unit * nPixels, (unit + 1) * nPixels),
  );
}

export const unitColour =
  ({ values, centre, limit, scale }: UnitPicture): ColourAt =>
  cell =>
    diverging(values[cell]! - centre, limit, scale);

/** The same picture, pale enough to have points on it. */
export function paler(picture: UnitPicture): UnitPicture {
  const { negative, zero, positive } = picture.scale;
  const scale = {
    zero,
    negative: mixed(zero, negative, strength),
    positive: mixed(zero, positive, strength),
  };
  return { ...picture, scale };
}

/** A painter of opaque pixels. */
export function painter(colourAt: ColourAt) {
  return (pixels: Uint8ClampedArray): void => {
    for (let i = 0; i < pixels.length / 4; i++) {
      const colour = colourAt(i);
      pixels[4 * i] = colour[0];
      pixels[4 * i + 1] = colour[1];
      pixels[4 * i + 2] = colour[2];
      pixels[4 * i + 3] = 255;
    }
  };
}
