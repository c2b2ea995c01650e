import { type FloatArray, norm } from './array';

/** How one layer fares at a step. */
export interface LayerStatistics {
  /** ‖W‖, Euclidean. */
  readonly weightNorm: number;
  /** ‖d(loss)/dW‖ of the step's batch, before it is clipped and without the penalty. */
  readonly gradientNorm: number;
  /** Mean |ΔW| / mean |W| of the step; healthy between 1e-4 and 1e-2. */
  readonly updateRatio: number;
}

/**
 * @param before       the weights before the update
 * @param after        the weights after it
 * @param gradientNorm of the same weights
 */
export function layerStatistics(
  before: FloatArray,
  after: FloatArray,
  gradientNorm: number,
): LayerStatistics {
  let moved = 0;
  let size = 0;
  for (let i = 0; i < after.length; i++) {
    moved += Math.abs(after[i]! - before[i]!);
    size += Math.abs(before[i]!);
  }
  return { weightNorm: norm(after), gradientNorm, updateRatio: moved / size };
}
