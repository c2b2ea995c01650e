import type { FloatArray } from './array';
import { adagrad } from './optimizers/adagrad';
import { adam } from './optimizers/adam';
import { adamw } from './optimizers/adamw';
import { momentum } from './optimizers/momentum';
import { nesterov } from './optimizers/nesterov';
import { rmsprop } from './optimizers/rmsprop';
import { sgd } from './optimizers/sgd';

/** Numbers that the optimizers read; each reads those among its defaults. */
export interface OptimizerSettings {
  readonly learningRate: number;
  readonly momentum: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/** One record an optimizer. */
export interface Optimizer {
  /** Names of the arrays that it keeps beside each parameter, shaped like it and 0 at first. */
  readonly slots: readonly string[];
  /** Every number that it reads, with the value that suits it. */
  readonly defaults: Readonly<Pick<OptimizerSettings, 'learningRate'> & Partial<OptimizerSettings>>;
  /** True where weight decay shrinks the weights themselves, and is no penalty in the gradient. */
  readonly decouplesWeightDecay?: boolean;
  /**
   * One update in place.
   * @param parameter overwritten
   * @param gradient  same shape, of the mean loss and, unless decoupled, the penalty
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
export const optimizers = {
  sgd,
  momentum,
  nesterov,
  rmsprop,
  adagrad,
  adam,
  adamw,
} satisfies Record<string, Optimizer>;
export type OptimizerName = keyof typeof optimizers;
