import { type Evaluation, evaluate } from './evaluate';
import type { Examples } from './examples';
import type { LossName } from './losses';
import type { Network } from './network';
import { createStep, type Step, type StepOptions } from './step';
import type { Threads } from './threads/threads';
import type { TrainingState } from './trainingState';

export type KernelName = 'WebAssembly relaxed SIMD' | 'WebAssembly SIMD' | 'plain TypeScript';

/** One implementation of all that takes time. Each gives the same bits every time, but not the bits of another one. */
export interface Kernel {
  readonly name: KernelName;
  /** False where the arrays would not fit into the memory that it can address. */
  canTrain(...given: TrainerParameters): boolean;
  /** @param threads that may help; without them it trains alone, with the same bits */
  createTrainer(...given: [...TrainerParameters, threads?: Threads | null]): Trainer;
  /** Runs a network that is not being trained. */
  evaluate(network: Network, lossName: LossName, examples: Examples): Evaluation;
}

export type TrainerParameters = [
  state: TrainingState,
  train: Examples,
  batchSize: number,
  options: StepOptions,
];

/** A state in training: only `network` and `state` show where its parameters stand. */
export interface Trainer {
  /** Name of the kernel that trains. */
  readonly kernel: KernelName;
  /** That work on a step at the moment. */
  readonly nThreads: number;
  readonly step: Step;
  evaluate(examples: Examples, withStatistics?: boolean, withHistograms?: boolean): Evaluation;
  /** The network of the state, with parameters as they are now, brought from wherever the kernel keeps them. */
  network(): Network;
  /** The state, with parameters and optimizer as they are now. */
  state(): TrainingState;
  /** Ends the threads that help; resolves when they are gone. What was trained can still be looked at. */
  close(): Promise<void>;
}

/** The reference: it runs everywhere, in float32 and float64, and all others are held against it. */
export const plainTypeScript: Kernel = {
  name: 'plain TypeScript',
  canTrain: () => true,
  createTrainer: (state, train, batchSize, options) => ({
    kernel: 'plain TypeScript',
    nThreads: 1,
    step: createStep(state, train, batchSize, options),
    evaluate: (examples, ...asked) => evaluate(state, options.loss, examples, ...asked),
    network: () => state,
    state: () => state,
    close: async () => {},
  }),
  evaluate,
};
