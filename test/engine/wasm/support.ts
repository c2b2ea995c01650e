import '../../helpers/relaxedSimd';
import type { ActivationName } from '../../../src/engine/activations';
import { plainTypeScript } from '../../../src/engine/kernel';
import { availableKernels } from '../../../src/engine/kernels';
import type { LossName } from '../../../src/engine/losses';
import type { OptimizerName } from '../../../src/engine/optimizers';
import { Random } from '../../../src/engine/random';
import type { StepOptions } from '../../../src/engine/step';
import { initTraining } from '../../../src/engine/trainingState';

/** The kernels that are not the reference. */
export const fastKernels = [...availableKernels()].filter(({ name }) => name !== plainTypeScript.name);

export interface Setting {
  readonly nInputs: number;
  readonly hidden: readonly { readonly size: number; readonly activation: ActivationName }[];
  readonly nOutputs: number;
  readonly nSamples: number;
  readonly batchSize: number;
  readonly loss: LossName;
  readonly optimizer: OptimizerName;
  readonly weightDecay: number;
  readonly seed: number;
}

/** A state with samples and options, the same every time. */
export function problemOf({
  hidden,
  nInputs,
  nSamples,
  loss,
  optimizer,
  weightDecay,
  seed,
  ...given
}: Setting) {
  const random = Random.seeded(seed);
  const nOutputs = loss === 'mse' ? 1 : given.nOutputs;
  const inputs = Float32Array.from({ length: nSamples * nInputs }, () => random.normal());
  const targets =
    loss === 'mse'
      ? Float32Array.from({ length: nSamples }, () => random.normal())
      : Int32Array.from({ length: nSamples }, () => random.integer(nOutputs));
  const hiddenSizes = hidden.map(({ size }) => size);
  const activations = hidden.map(({ activation }) => activation);
  const architecture = { nInputs, hiddenSizes, activations, nOutputs, weightInit: 'auto' } as const;
  const state = initTraining(architecture, optimizer, seed);
  for (const { biases } of state.layers)
    for (let i = 0; i < biases.length; i++) biases[i] = 0.1 * random.normal();
  const options: StepOptions = {
    ...{ loss, optimizer, weightDecay, learningRate: optimizer === 'adam' ? 1e-3 : 0.01 },
    ...{ momentum: 0.9, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  };
  return { state, train: { inputs, targets }, options, batchSize: Math.min(given.batchSize, nSamples) };
}
