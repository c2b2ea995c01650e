import type { z } from 'zod';
import type { DataOptions, Task } from '../data/types';
import type { ActivationName } from '../engine/activations';
import type { LossName } from '../engine/losses';
import { type Optimizer, optimizers } from '../engine/optimizers';
import type { Configuration } from './configuration';
import { sections } from './keys';
import type { Key } from './keys/key';

type Keys = Readonly<Record<string, Key>>;

/** A section after its defaults are filled in; a key whose default is found by a rule may still be undefined. */
type Filled<K extends Keys> = {
  readonly [N in keyof K]: K[N] extends { readonly default: unknown }
    ? z.output<K[N]['type']>
    : z.output<K[N]['type']> | undefined;
};

function withDefaults<K extends Keys>(keys: K, written: { readonly [N in keyof K]?: unknown }): Filled<K> {
  return Object.fromEntries(
    Object.entries(keys).map(([name, key]) => [name, written[name] ?? key.default]),
  ) as Filled<K>;
}

type FilledTraining = Filled<typeof sections.training>;

/** A configuration in which everything is said, ready to train. */
export interface ResolvedConfiguration {
  readonly data: DataOptions;
  readonly model: {
    readonly hidden_sizes: readonly number[];
    /** One a hidden layer. */
    readonly activation: readonly ActivationName[];
    readonly weight_init: Filled<typeof sections.model>['weight_init'];
  };
  readonly training: {
    readonly [N in Exclude<keyof FilledTraining, 'loss'>]: NonNullable<FilledTraining[N]>;
  } & { readonly loss: LossName };
}

/**
 * Fills in what the file leaves out, once the data is read.
 * @param nTrain samples in the training part; it bounds the batch
 * @param task   decides the loss
 */
export function resolveConfiguration(
  configuration: Configuration,
  nTrain: number,
  task: Task,
): ResolvedConfiguration {
  return {
    data: resolveData(configuration),
    model: resolveModel(configuration.model),
    training: resolveTraining(configuration.training, nTrain, task),
  };
}

/** The part that the data is read by. */
export function resolveData({ data }: Configuration): DataOptions {
  const { samples, noise, ...options } = withDefaults(sections.data, data);
  return options.generator === undefined ? options : { ...options, samples, noise };
}

function resolveModel(model: Configuration['model']): ResolvedConfiguration['model'] {
  const { activation, weight_init } = withDefaults(sections.model, model);
  const hidden_sizes = hiddenSizesOf(model);
  return {
    hidden_sizes,
    activation: Array.isArray(activation) ? activation : hidden_sizes.map(() => activation),
    weight_init,
  };
}

/** Units of each hidden layer, whichever way they are written. */
export function hiddenSizesOf(model: Configuration['model']): number[] {
  const { hidden_sizes, hidden_size, hidden_layers } = withDefaults(sections.model, model);
  if (model.hidden_size === undefined && model.hidden_layers === undefined) return hidden_sizes;
  return Array.from({ length: hidden_layers }, () => hidden_size);
}

function resolveTraining(
  training: Configuration['training'],
  nTrain: number,
  task: Task,
): ResolvedConfiguration['training'] {
  const filled = withDefaults(sections.training, training);
  const { defaults }: Optimizer = optimizers[filled.optimizer];
  return {
    ...filled,
    batch_size: filled.batch_size ?? Math.min(32, nTrain),
    learning_rate: filled.learning_rate ?? defaults.learningRate,
    // 0 where the optimizer does not read the number.
    momentum: filled.momentum ?? defaults.momentum ?? 0,
    beta_1: filled.beta_1 ?? defaults.beta1 ?? 0,
    beta_2: filled.beta_2 ?? defaults.beta2 ?? 0,
    epsilon: filled.epsilon ?? defaults.epsilon ?? 0,
    loss: filled.loss === 'auto' ? (task === 'classification' ? 'cross_entropy' : 'mse') : filled.loss,
  };
}

/** The seed decides the split too, so it is needed before the rest can be resolved. */
export const seedOf = ({ training }: Configuration): number =>
  training.seed ?? sections.training.seed.default;
