/** The pictures that a model of one or two numbers allows: its inputs are a line or a plane, and each point has an output. */
import { numberAt } from './columns';
import { numeric } from './numbers';
import { fittedRoles } from './roles';
import type { FeatureEncoding, NumericEncoding, Part, Preprocessing } from './types';

/** One feature, in original units. */
export interface Axis {
  readonly name: string;
  readonly min: number;
  readonly max: number;
}

/** Around the data, as a part of its range. */
const margin = 0.08;

/** The features as axes, x before y; none where there are more of them, or others than numbers. */
export function planeFeatures(features: readonly FeatureEncoding[]): readonly NumericEncoding[] {
  const numbers = features.filter(feature => feature.kind === 'numeric');
  return numbers.length === features.length && numbers.length <= 2 ? numbers : [];
}

/**
 * Where samples lie, in original units; a missing cell is where it was filled in.
 * @param samples numbers of samples of the part
 * @returns one array a feature, (samples) each
 */
export function coordinatesOf(
  { table, rows }: Part,
  samples: Uint32Array,
  preprocessing: Preprocessing,
): Float32Array[] {
  const columns = fittedRoles(table, preprocessing).features;
  return planeFeatures(preprocessing.features).map(({ fill }, f) => {
    const column = numeric(columns[f]!, table);
    return Float32Array.from(samples, sample => {
      const value = numberAt(column, rows[sample]!);
      return Number.isNaN(value) && fill !== null ? fill : value;
    });
  });
}

/** Range of all values, with a margin; a feature that is always the same gets a range around it. */
export function axisOf(name: string, values: readonly Float32Array[]): Axis {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const part of values) {
    for (let i = 0; i < part.length; i++) {
      min = Math.min(min, part[i]!);
      max = Math.max(max, part[i]!);
    }
  }
  const around = (max - min) * margin || Math.max(1, Math.abs(max) * margin);
  return { name, min: min - around, max: max + around };
}

/**
 * The middles of the cells of a grid over the axes as inputs of the model.
 * @param axes one a feature; with one, all rows are alike
 * @returns (rows · columns, features), row-major, scaled; the first row has the largest y
 */
export function gridInputs(
  features: readonly NumericEncoding[],
  axes: readonly Axis[],
  columns: number,
  rows: number,
): Float32Array {
  const scaled = (f: number, nCells: number) => {
    const { min, max } = axes[f]!;
    const { shift, scale } = features[f]!;
    return Float32Array.from({ length: nCells }, (_, i) => {
      const share = (i + 0.5) / nCells;
      return (min + (max - min) * share - shift) / scale;
    });
  };
  const x = scaled(0, columns);
  const y = features.length > 1 ? scaled(1, rows).reverse() : null;
  const inputs = new Float32Array(rows * columns * features.length);
  let i = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      inputs[i++] = x[column]!;
      if (y) inputs[i++] = y[row]!;
    }
  }
  return inputs;
}
