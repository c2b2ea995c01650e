import type { Layer } from '../../engine/network';
import type { NormalizationParameters } from '../../engine/normalizations';
import type { LayerTrace } from '../../engine/trace';
import type { NormalizationPass } from './pass';

/** @param next the layer after one step */
export function normalizationPass(
  { name, gain, shift, running }: NormalizationParameters,
  { sums, dz, arrays }: LayerTrace,
  next: Layer,
): NormalizationPass {
  const { normalized, inverseDeviations, dNormalization } = arrays;
  const nUnits = sums.length;
  const scaled = Float32Array.from(dz, (value, i) => value * gain[i]!);
  return {
    name,
    means: running ? new Float32Array(running.mean) : new Float32Array(nUnits).fill(mean(sums)),
    // One a unit, or one for all of them.
    deviations: Float32Array.from({ length: nUnits }, (_, i) => 1 / inverseDeviations[running ? i : 0]!),
    normalized: new Float32Array(normalized),
    gain: new Float32Array(gain),
    shift: new Float32Array(shift),
    dGain: new Float32Array(dNormalization!.gain),
    dShift: new Float32Array(dNormalization!.shift),
    newGain: new Float32Array(next.normalization!.gain),
    newShift: new Float32Array(next.normalization!.shift),
    scaled,
    meanScaled: running ? 0 : mean(scaled),
    meanProduct: running ? 0 : mean(scaled.map((value, i) => value * normalized[i]!)),
  };
}

function mean(values: LayerTrace['sums']): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}
