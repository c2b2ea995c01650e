import { copyRows } from '../array';
import { countCorrect } from '../evaluate';
import { type LossSettings, losses, plainLoss, type Targets } from '../losses';
import type { StepOptions } from '../step';
import { type Arena, floats, integers, type Region } from './arena';
import type { LayerPlan, PlacedNetwork } from './network';

const floatBytes = 4;
const vectorLength = 4;

/** Loss of a batch whose outputs lie in the last layer; its `dz` is overwritten. */
export interface OutputLoss {
  readonly isInKernels: boolean;
  compute(nRows: number): void;
  /** Mean over the rows that it was computed of. */
  mean(nRows: number): number;
  nCorrect(): number;
}

export interface LossPlan {
  /** (columns): 0 for a class, −∞ for a column that fills up. */
  readonly padding: Region;
  /** (rows), each. */
  readonly losses: Region;
  readonly sums: Region;
  /** Of the losses, in float64. */
  readonly total: Region;
  readonly nCorrect: Region;
}

export function planLoss(arena: Arena, nColumns: number, nRows: number): LossPlan {
  const length = Math.ceil(nRows / vectorLength) * vectorLength;
  return {
    padding: arena.reserve(nColumns),
    losses: arena.reserve(length),
    sums: arena.reserve(length),
    total: arena.reserve(2),
    nCorrect: arena.reserve(1),
  };
}

/** Of the settings of a loss, the kernel of cross-entropy knows only what they are when nobody sets them. */
export const isPlainCrossEntropy = ({ loss, ...options }: StepOptions): boolean =>
  loss === 'cross_entropy' &&
  (Object.keys(plainLoss) as (keyof LossSettings)[]).every(key => options[key] === plainLoss[key]);

/** Softmax cross-entropy by its kernel. */
export function fusedCrossEntropy(
  { kernels, memory, outputs }: PlacedNetwork,
  dz: Region,
  plan: LossPlan,
  targets: Region,
): OutputLoss {
  floats(memory, plan.padding).fill(Number.NEGATIVE_INFINITY, outputs.shape.nOutputs);
  const nCorrect = integers(memory, plan.nCorrect);
  const total = new Float64Array(memory.buffer, plan.total.address, 1);
  const kernel = kernels[kernelFor(outputs.shape.nOutputs)];
  return {
    isInKernels: true,
    compute: nRows =>
      kernel(
        outputs.a.address,
        dz.address,
        outputs.stride,
        outputs.shape.nColumns / vectorLength,
        plan.padding.address,
        targets.address,
        plan.losses.address,
        plan.sums.address,
        plan.total.address,
        plan.nCorrect.address,
        nRows,
      ),
    mean: nRows => total[0]! / nRows,
    nCorrect: () => nCorrect[0]!,
  };
}

const kernelFor = (nClasses: number) =>
  nClasses <= 2 ? 'crossEntropy2' : nClasses <= vectorLength ? 'crossEntropy4' : 'crossEntropy';

/** Any loss, by the reference, on a copy of the outputs without what fills up their rows. */
export function referenceLoss(
  network: PlacedNetwork,
  dz: Float32Array,
  options: StepOptions,
  targets: Targets,
): OutputLoss {
  const { shape, stride }: LayerPlan = network.outputs;
  const length = stride / floatBytes;
  const { nOutputs } = shape;
  const { a } = network.arrays.at(-1)!;
  const nRows = dz.length / length;
  const arrays = {
    outputs: new Float32Array(nRows * nOutputs),
    dOutputs: new Float32Array(nRows * nOutputs),
    sampleLosses: new Float32Array(nRows),
    targets,
  };
  let loss = 0;
  let nCorrect = 0;
  return {
    isInKernels: false,
    compute(n) {
      copyRows(arrays.outputs, nOutputs, a, length, nOutputs, n);
      loss = losses[options.loss].compute(arrays, n, nOutputs, options);
      copyRows(dz, length, arrays.dOutputs, nOutputs, nOutputs, n);
      nCorrect = countCorrect(options.loss, arrays.outputs, targets, n, nOutputs);
    },
    mean: () => loss,
    nCorrect: () => nCorrect,
  };
}
