import { leakyRelu } from './activations/leakyRelu';
import { relu } from './activations/relu';
import { sigmoid } from './activations/sigmoid';
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
}

/** Every activation by the name that the configuration uses. */
export const activations = { relu, leaky_relu: leakyRelu, tanh, sigmoid } satisfies Record<
  string,
  Activation
>;
export type ActivationName = keyof typeof activations;
