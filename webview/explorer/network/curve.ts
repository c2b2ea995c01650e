/** What a model of one feature predicts over it, as curves in a plane of feature and prediction. */
import type { Axis, Boundary, PlanePoints } from '../../../src/protocol';

export interface PredictionCurves {
  /** The feature, and what is predicted. */
  readonly axes: readonly [Axis, Axis];
  readonly curves: readonly Curve[];
  /** The samples in that plane. */
  readonly points: PlanePoints | null;
}

export interface Curve {
  /** Index of the class whose probability it is; null for a quantity. */
  readonly label: number | null;
  /** (columns), at the middles of the columns. */
  readonly values: readonly number[];
}

/**
 * Probabilities from 0 to 1, of two classes that of the second alone, where samples lie at 0 or 1; of more classes, all,
 * and each sample lies at 1. Or the quantity, with samples at its true values.
 */
export function predictionCurves(
  { axes, columns, outputs }: Boundary,
  points: PlanePoints | null,
  classNames: readonly string[],
): PredictionCurves {
  const [x] = axes as [Axis];
  const at = (values: ArrayLike<number>, offset: number, stride: number) =>
    Array.from({ length: columns }, (_, i) => values[i * stride + offset]!);
  if (outputs.kind === 'value') {
    const values = at(outputs.values, 0, 1);
    const y = rangeOf(outputs.name, [values, ...(points?.parts ?? []).map(({ actual }) => actual)]);
    return { axes: [x, y], curves: [{ label: null, values }], points: placed(points, value => value) };
  }
  const n = classNames.length;
  const isPair = n === 2;
  const labels = isPair ? [1] : [...classNames.keys()];
  const { probabilities } = outputs;
  return {
    axes: [x, { name: isPair ? `p(${classNames[1]})` : 'p', min: -0.05, max: 1.05 }],
    curves: probabilities ? labels.map(label => ({ label, values: at(probabilities, label, n) })) : [],
    points: placed(points, label => (isPair ? label : 1)),
  };
}

const placed = (points: PlanePoints | null, height: (actual: number) => number): PlanePoints | null =>
  points && {
    ...points,
    parts: points.parts.map(part => ({
      ...part,
      coordinates: [part.coordinates[0]!, part.actual.map(height)],
    })),
  };

function rangeOf(name: string, all: readonly ArrayLike<number>[]): Axis {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const values of all) {
    for (let i = 0; i < values.length; i++) {
      if (!Number.isFinite(values[i])) continue;
      min = Math.min(min, values[i]!);
      max = Math.max(max, values[i]!);
    }
  }
  if (min > max) return { name, min: 0, max: 1 };
  const around = (max - min) * 0.05 || 1;
  return { name, min: min - around, max: max + around };
}
