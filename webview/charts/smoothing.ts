/**
 * Exponential moving mean without the bias towards its start at 0, as TensorBoard smooths its curves: the k-th value gives
 * m ← w·m + (1 − w)·v, and m / (1 − wᵏ) is the mean of the values so far, each weighing w times the one after it.
 * A gap stays a gap, and the mean goes on behind it.
 * @param weight of what came before, in [0, 1); 0 smooths nothing
 * @returns to be called with the values in their order
 * Source: Kingma, Ba 2015 (Adam), section 3; tensorboard/webapp/.../line_chart_v2 `classicSmoothing`.
 */
export function smoother(weight: number): (value: number) => number {
  let mean = 0;
  let weightOfStart = 1;
  return value => {
    if (!Number.isFinite(value)) return Number.NaN;
    mean = weight * mean + (1 - weight) * value;
    weightOfStart *= weight;
    return mean / (1 - weightOfStart);
  };
}
