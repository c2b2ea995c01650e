import type { FloatArray } from './array';
import { adam } from './optimizers/adam';
import { momentum } from './optimizers/momentum';
import { sgd } from './optimizers/sgd';

/** Numbers that the optimizers read; each uses its own. */
export interface OptimizerSettings {
  /** May be changed between two steps. */
  learningRate: number;
  readonly momentum: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/** One record an optimizer. */
export interface Optimizer {
  /** Names of the arrays that it keeps beside each parameter, shaped like it and 0 at first. */
  readonly slots: readonly string[];
  readonly defaultLearningRate: number;
  /**
   * One update in place.
   * @param parameter overwritten
   * @param gradient  same shape, of the mean loss and the penalty
   * @param slots     one array a name in `slots`, overwritten
   * @param step      number of this update, from 1
   */
  readonly update: (
    parameter: FloatArray,
    gradient: FloatArray,
    slots: readonly FloatArray[],
    settings: OptimizerSettings,
    step: number,
  ) => void;
}

/** Every optimizer by the name that the configuration uses. */
export const optimizers = { sgd, momentum, adam } satisfies Record<string, Optimizer>;
export type OptimizerName = keyof typeof optimizers;
