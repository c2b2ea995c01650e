import { elu } from './activations/elu';
import { gelu } from './activations/gelu';
import { leakyRelu } from './activations/leakyRelu';
import { linear } from './activations/linear';
import { relu } from './activations/relu';
import { sigmoid } from './activations/sigmoid';
import { softplus } from './activations/softplus';
import { tanh } from './activations/tanh';

/** One record an activation: value and derivative side by side. */
export interface Activation {
  /** a = f(z), for one unit. */
  readonly value: (z: number) => number;
  /** f′, from z and the value a = f(z) that the forward pass has already computed. */
  readonly derivative: (z: number, a: number) => number;
  /** Which initialisation keeps the variance over layers of this kind. */
  readonly weightInit: 'he_normal' | 'glorot_uniform';
  /** True where a unit can be 0 for every sample and then learns nothing any more. */
  readonly canDie: boolean;
  /**
   * Values below the first and above the second lie where the curve is flat, its slope less than 6 % of the steepest:
   * hardly any gradient passes. Null where it is not flat on both sides.
   */
  readonly flatBeyond: readonly [number, number] | null;
}

/** Every activation by the name that the configuration uses. */
export const activations = {
  relu,
  leaky_relu: leakyRelu,
  elu,
  gelu,
  softplus,
  tanh,
  sigmoid,
  linear,
} satisfies Record<string, Activation>;
export type ActivationName = keyof typeof activations;
