import '../../helpers/relaxedSimd';
import type { ActivationName } from '../../../src/engine/activations';
import { type Bytes, type Examples, isBytes } from '../../../src/engine/examples';
import { plainTypeScript } from '../../../src/engine/kernel';
import { availableKernels } from '../../../src/engine/kernels';
import type { LossName } from '../../../src/engine/losses';
import type { Architecture, Categories, EmbeddingShape } from '../../../src/engine/network';
import type { NormalizationName } from '../../../src/engine/normalizations';
import type { OptimizerName } from '../../../src/engine/optimizers';
import { Random } from '../../../src/engine/random';
import type { StepOptions } from '../../../src/engine/step';
import { initTraining } from '../../../src/engine/trainingState';
import { outputsOf } from '../support';

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
  readonly gradientClipNorm: number;
  readonly labelSmoothing: number;
  readonly isWeighted: boolean;
  readonly embeddings?: readonly EmbeddingShape[];
  readonly categories?: Categories | null | undefined;
  readonly normalization?: NormalizationName | null;
  readonly dropout?: number;
  readonly isBytes?: boolean;
  /** Share of the numbers that are not 0. */
  readonly density?: number;
  readonly seed: number;
}

/** A state with samples and options, the same every time. */
export function problemOf(setting: Setting) {
  const { hidden, nInputs, nSamples, loss, optimizer, seed } = setting;
  const { weightDecay, gradientClipNorm, labelSmoothing, isWeighted } = setting;
  const random = Random.seeded(seed);
  const { nClasses, nOutputs } = outputsOf(loss, setting.nOutputs);
  const inputs = setting.isBytes
    ? {
        values: Uint8Array.from({ length: nSamples * nInputs }, () => random.integer(256)),
        shift: Float32Array.from({ length: nInputs }, () => random.integer(256)),
        factor: Float32Array.from({ length: nInputs }, () => 1 / (50 + random.integer(200))),
      }
    : Float32Array.from({ length: nSamples * nInputs }, () => random.normal());
  thinOut(inputs, setting.density ?? 1, random);
  const selected = choicesOf(setting, random);
  const targets = nClasses
    ? Int32Array.from({ length: nSamples }, () => random.integer(nClasses))
    : Float32Array.from({ length: nSamples }, () => random.normal());
  const hiddenSizes = hidden.map(({ size }) => size);
  const activations = hidden.map(({ activation }) => activation);
  const { embeddings, categories, normalization } = setting;
  const architecture: Architecture = {
    ...{ nInputs, hiddenSizes, activations, nOutputs, embeddings, categories, normalization },
    dropout: hidden.map(() => setting.dropout ?? 0),
    weightInit: 'auto',
  };
  const state = initTraining(architecture, optimizer, seed);
  for (const { biases } of state.layers)
    for (let i = 0; i < biases.length; i++) biases[i] = 0.1 * random.normal();
  const options: StepOptions = {
    ...{ loss, optimizer, weightDecay, gradientClipNorm, labelSmoothing },
    ...{ momentum: 0.9, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
    classWeights: isWeighted ? Array.from({ length: nClasses ?? 1 }, (_, c) => 1 + (c % 3)) : null,
  };
  return {
    state,
    train: { inputs, selected, targets } satisfies Examples,
    options,
    batchSize: Math.min(setting.batchSize, nSamples),
  };
}

/** Makes numbers 0, after their shift. */
function thinOut(inputs: Float32Array | Bytes, density: number, random: Random) {
  if (density === 1) return;
  const { values, zeroOf } = isBytes(inputs)
    ? { values: inputs.values, zeroOf: (i: number) => inputs.shift[i % inputs.shift.length]! }
    : { values: inputs, zeroOf: () => 0 };
  for (let i = 0; i < values.length; i++) if (random.uniform() >= density) values[i] = zeroOf(i);
}

/** Classes by softmax and plain cross-entropy, without any other option. */
export const plain: Omit<Setting, 'nInputs' | 'hidden' | 'nOutputs' | 'nSamples' | 'batchSize'> = {
  loss: 'cross_entropy',
  optimizer: 'sgd',
  weightDecay: 0,
  gradientClipNorm: 0,
  labelSmoothing: 0,
  isWeighted: false,
  seed: 1,
};

/** Any row of each choice's table, or none. */
function choicesOf({ embeddings = [], categories, nSamples }: Setting, random: Random) {
  const sizes = embeddings.flatMap(({ size, nChoices }) => new Array<number>(nChoices).fill(size));
  if (categories) sizes.push(...new Array<number>(categories.nChoices).fill(categories.size));
  return Int32Array.from(
    { length: nSamples * sizes.length },
    (_, i) => random.integer(sizes[i % sizes.length]! + 1) - 1,
  );
}
