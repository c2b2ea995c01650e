import type { FloatArray } from './array';
import type { Histogram } from './histogram';

/** Of d(loss)/dW of a layer and the step's batch, before it is clipped and without the penalty. */
export interface GradientStatistics {
  /** Euclidean. */
  readonly gradientNorm: number;
  /** Without the rows of categories that the batch has not met; only where it is asked for. */
  readonly gradientHistogram?: Histogram | null;
}

/** How one layer fares at a step. */
export interface LayerStatistics extends GradientStatistics {
  /** ‖W‖, Euclidean. */
  readonly weightNorm: number;
  /** Mean |ΔW| / mean |W| of the step; healthy between 1e-4 and 1e-2. */
  readonly updateRatio: number;
}

/**
 * @param before   the weights before the update, in as many arrays as they lie in
 * @param after    the same after it
 * @param gradient of the same weights
 */
export function layerStatistics(
  before: readonly FloatArray[],
  after: readonly FloatArray[],
  gradient: GradientStatistics,
): LayerStatistics {
  let moved = 0;
  let size = 0;
  let squares = 0;
  for (const [p, values] of after.entries()) {
    const earlier = before[p]!;
    for (let i = 0; i < values.length; i++) {
      const from = earlier[i]!;
      const to = values[i]!;
      moved += Math.abs(to - from);
      size += Math.abs(from);
      squares += to * to;
    }
  }
  return { weightNorm: Math.sqrt(squares), ...gradient, updateRatio: moved / size };
}
