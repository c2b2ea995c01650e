import type { OptimizerName } from '../optimizers';
import type { StepOptions } from '../step';
import type { FusedName } from './exports';

/** An optimizer that the kernels contain. */
export interface Fused {
  readonly name: FusedName;
  /** Writes what it reads at each step: the negative rate and the weight of the penalty first. */
  readonly settings: (
    out: Float32Array,
    options: StepOptions,
    learningRate: number,
    weightDecay: number,
    step: number,
  ) => void;
}

/** Numbers that any of them reads. */
export const nSettings = 7;

const withFriction = (name: FusedName): Fused => ({
  name,
  settings(out, { momentum }, learningRate, weightDecay) {
    out[0] = -learningRate;
    out[1] = weightDecay;
    out[2] = momentum;
  },
});

const adam = (isDecoupled: boolean): Fused => ({
  name: 'Adam',
  settings(out, { beta1, beta2, epsilon }, learningRate, weightDecay, step) {
    out[0] = -learningRate / (1 - beta1 ** step);
    out[1] = isDecoupled ? 0 : weightDecay;
    out[2] = 1 - beta1;
    out[3] = 1 - beta2;
    out[4] = 1 / Math.sqrt(1 - beta2 ** step);
    out[5] = epsilon;
    out[6] = isDecoupled ? 1 - learningRate * weightDecay : 1;
  },
});

/** One that is not among them is left to the reference. */
const fused: Partial<Record<OptimizerName, Fused>> = {
  sgd: {
    name: 'Sgd',
    settings(out, _options, learningRate, weightDecay) {
      out[0] = -learningRate;
      out[1] = weightDecay;
    },
  },
  momentum: withFriction('Momentum'),
  nesterov: withFriction('Nesterov'),
  rmsprop: {
    name: 'Rmsprop',
    settings(out, { beta2, epsilon }, learningRate, weightDecay) {
      out[0] = -learningRate;
      out[1] = weightDecay;
      out[2] = 1 - beta2;
      out[3] = epsilon;
    },
  },
  adagrad: {
    name: 'Adagrad',
    settings(out, { epsilon }, learningRate, weightDecay) {
      out[0] = -learningRate;
      out[1] = weightDecay;
      out[2] = epsilon;
    },
  },
  adam: adam(false),
  adamw: adam(true),
};

/**
 * Which values of each option the fused update does justice to. Every option of a step must be decided upon here; one
 * that changes the update in another way leaves it to the reference.
 */
const isFusable: { readonly [Key in keyof StepOptions]: (value: StepOptions[Key]) => boolean } = {
  optimizer: name => fused[name] !== undefined,
  loss: () => true,
  labelSmoothing: () => true,
  classWeights: () => true,
  momentum: () => true,
  beta1: () => true,
  beta2: () => true,
  epsilon: () => true,
  weightDecay: () => true,
  gradientClipNorm: () => true,
};

/** The optimizer of the options among the kernels; null where the update is left to the reference. */
export function fusedOptimizer(options: StepOptions): Fused | null {
  const accepts = <Key extends keyof StepOptions>(key: Key) => isFusable[key](options[key]);
  const keys = Object.keys(isFusable) as (keyof StepOptions)[];
  return keys.every(accepts) ? (fused[options.optimizer] ?? null) : null;
}
