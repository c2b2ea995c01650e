type Update = 'weights' | 'biases' | 'update' | 'updateRows';
/** Names of the optimizers that the kernels contain; `Store` only keeps the gradients. */
export type FusedName = 'Store' | 'Sgd' | 'Momentum' | 'Adam';

/** A kernel takes addresses in the module's memory, strides in bytes and counts; kernels/ describes each. */
export type KernelFunction = (...values: number[]) => void;

type Name = 'gather' | 'forward' | 'inputGradient' | 'addChosenRows' | 'addToChosenRows' | 'rectify';

/** What a module of kernels gives. */
export interface KernelExports extends Record<Name | `${Update}${FusedName}`, KernelFunction> {
  /** For any number of classes, and for at most four; both give the sum of the losses. */
  crossEntropy(...values: number[]): number;
  narrowCrossEntropy(...values: number[]): number;
}

export const instantiate = (module: WebAssembly.Module, memory: WebAssembly.Memory) =>
  new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as KernelExports;
