import type { ActivationName } from '../activations';

type Update = 'weights' | 'sparseWeights' | 'biases' | 'update' | 'updateRows';
/** Names of the optimizers that the kernels contain; `Store` only keeps the gradients. */
export type FusedName = 'Store' | 'Sgd' | 'Momentum' | 'Nesterov' | 'Rmsprop' | 'Adagrad' | 'Adam';

/** A kernel takes addresses in the module's memory, strides in bytes and counts; kernels/ describes each. */
export type KernelFunction = (...values: number[]) => void;

/** Cross-entropy of any number of classes, and of at most two or four. */
type CrossEntropy = 'crossEntropy' | 'crossEntropy2' | 'crossEntropy4';
type Name =
  | 'gather'
  | 'gatherBytes'
  | 'forward'
  | 'inputGradient'
  | 'addChosenRows'
  | 'copyChosenRows'
  | 'sumChosenRows'
  | 'rectify'
  | 'layerNorm'
  | 'layerNormBackward'
  | 'batchNorm'
  | 'batchNormBackward'
  | 'batchNormByRunning'
  | 'dropOut'
  | 'dropOutBackward'
  | 'listEntries'
  | 'listColumns'
  | 'sparseForward'
  | 'scale';

export type KernelExports = Record<Name | CrossEntropy | `${Update}${FusedName}`, KernelFunction> &
  Partial<Record<`${ActivationName}.${'value' | 'derivative'}`, KernelFunction>> & {
    sumOfSquares(...values: number[]): number;
  };

/** What a module gives. */
export interface Instance {
  /** In the order of the module. */
  readonly kernels: KernelExports;
  /** Makes calls that were written down at an address. */
  readonly run: (calls: number, nCalls: number) => void;
}

export function instantiate(module: WebAssembly.Module, memory: WebAssembly.Memory): Instance {
  const { run, ...kernels } = new WebAssembly.Instance(module, { env: { memory } }).exports;
  return { kernels, run } as unknown as Instance;
}
