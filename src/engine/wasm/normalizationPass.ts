import type { NormalizationName, NormalizationParameters } from '../normalizations';
import { type Arena, integers, type Region } from './arena';
import type { KernelExports } from './exports';
import type { Learned } from './learned';
import type { PanelShape } from './panels';

const vectorLength = 4;

/** A layer's normalization in the memory of a module. */
export interface NormalizationPlan {
  readonly name: NormalizationName;
  /** (columns), each; what fills up is 0. */
  readonly gain: Region;
  readonly shift: Region;
  readonly running: { readonly mean: Region; readonly variance: Region } | null;
  /** (rows, columns), as far apart as those of the sums. */
  readonly normalized: Region;
  /** (rows) or (columns), whichever is more. */
  readonly inverseDeviations: Region;
  /** (columns): all bits of a unit are 1, of what fills up 0. */
  readonly masks: Region;
}

/** @param sums of the layer, (rows, columns) */
export function planNormalization(
  arena: Arena,
  { name, running }: NormalizationParameters,
  { nColumns }: PanelShape,
  sums: Region,
  nRows: number,
): NormalizationPlan {
  const [gain, shift, masks] = [arena.reserve(nColumns), arena.reserve(nColumns), arena.reserve(nColumns)];
  return {
    ...{ name, gain, shift, masks },
    running: running && { mean: arena.reserve(nColumns), variance: arena.reserve(nColumns) },
    normalized: arena.reserve(sums.length),
    inverseDeviations: arena.reserve(Math.max(nRows, nColumns)),
  };
}

export interface NormalizationPass {
  /** The sums become what is normalised, in place. */
  forward(nRows: number, isTraining: boolean): void;
  /**
   * @param d         address of the gradient of what the activation has seen; it becomes that of the sums, in place
   * @param gradients whose gain and shift are overwritten
   */
  backward(d: number, gradients: Learned<Region>, nRows: number): void;
}

/** The sums of a layer, rows `stride` bytes apart, and how they are normalised. */
interface NormalizedLayer {
  readonly z: Region;
  readonly stride: number;
  readonly shape: PanelShape;
  readonly normalization: NormalizationPlan | null;
}

export function normalizationPass(
  kernels: KernelExports,
  memory: WebAssembly.Memory,
  layer: NormalizedLayer,
): NormalizationPass | null {
  const { normalization, shape } = layer;
  if (!normalization) return null;
  integers(memory, normalization.masks).fill(-1, 0, shape.nOutputs);
  return passes[normalization.name](kernels, layer, normalization);
}

const passes: Record<
  NormalizationName,
  (kernels: KernelExports, layer: NormalizedLayer, plan: NormalizationPlan) => NormalizationPass
> = {
  layer_norm(kernels, { z, stride, shape }, { gain, shift, normalized, inverseDeviations, masks }) {
    const nVectors = shape.nColumns / vectorLength;
    const units = [shape.nOutputs, masks.address, gain.address] as const;
    return {
      forward: nRows =>
        kernels.layerNorm(
          ...[z.address, normalized.address, stride, nVectors, nRows],
          ...[...units, shift.address, inverseDeviations.address],
        ),
      backward: (d, gradients, nRows) =>
        kernels.layerNormBackward(
          ...[d, normalized.address, stride, nVectors, nRows],
          ...[...units, gradients.gain!.address, gradients.shift!.address, inverseDeviations.address],
        ),
    };
  },
  batch_norm(kernels, { z, stride, shape }, { gain, shift, running, normalized, inverseDeviations }) {
    const nVectors = shape.nColumns / vectorLength;
    const affine = [gain.address, shift.address] as const;
    const figures = [running!.mean.address, running!.variance.address] as const;
    return {
      forward(nRows, isTraining) {
        const rows = [stride, nVectors, nRows] as const;
        if (!isTraining) return kernels.batchNormByRunning(z.address, ...rows, ...affine, ...figures);
        const outputs = [z.address, normalized.address] as const;
        kernels.batchNorm(...outputs, ...rows, ...affine, ...figures, inverseDeviations.address);
      },
      backward: (d, gradients, nRows) =>
        kernels.batchNormBackward(
          ...[d, normalized.address, stride, nVectors, nRows],
          ...[gain.address, gradients.gain!.address, gradients.shift!.address, inverseDeviations.address],
        ),
    };
  },
};
