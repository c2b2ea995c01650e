import type { z } from 'zod';
import type { DataOptions, Task } from '../data/types';
import type { ActivationName } from '../engine/activations';
import type { LossName } from '../engine/losses';
import { optimizers } from '../engine/optimizers';
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

type FilledModel = Filled<typeof sections.model>;
type FilledTraining = Filled<typeof sections.training>;

/** A configuration in which everything is said, ready to train. */
export interface ResolvedConfiguration {
  readonly data: DataOptions;
  readonly model: {
    readonly hidden_sizes: readonly number[];
    /** One a hidden layer. */
    readonly activation: readonly ActivationName[];
    readonly weight_init: FilledModel['weight_init'];
    readonly normalization: FilledModel['normalization'];
    /** One a hidden layer; empty where nothing is dropped. */
    readonly dropout: readonly number[];
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
  const { samples, noise, ...written } = withDefaults(sections.data, data);
  const options = { ...written, categorical: categoricalOf(data) };
  return options.generator === undefined ? options : { ...options, samples, noise };
}

/** How categories, or the characters of texts, are given to the model. */
export const categoricalOf = ({ categorical, text }: Configuration['data']) =>
  categorical ?? (text ? 'embedding' : 'one_hot');

function resolveModel(model: Configuration['model']): ResolvedConfiguration['model'] {
  const { activation, weight_init, normalization, dropout } = withDefaults(sections.model, model);
  const hidden_sizes = hiddenSizesOf(model);
  const rates = Array.isArray(dropout) ? dropout : hidden_sizes.map(() => dropout);
  return {
    hidden_sizes,
    activation: Array.isArray(activation) ? activation : hidden_sizes.map(() => activation),
    weight_init,
    normalization,
    dropout: rates.some(rate => rate > 0) ? rates : [],
  };
}

/** Units of each hidden layer, whichever way they are written. */
export function hiddenSizesOf(model: Configuration['model']): number[] {
  const { hidden_sizes, hidden_size, hidden_layers } = withDefaults(sections.model, model);
  if (model.hidden_size === undefined && model.hidden_layers === undefined) return hidden_sizes;
  return Array.from({ length: hidden_layers }, () => hidden_size);
}

/** Numbers that an optimizer does not read: of no effect, and still ones that their keys allow. */
const unread = { momentum: 0, beta1: 0, beta2: 0, epsilon: 1e-8 };

function resolveTraining(
  training: Configuration['training'],
  nTrain: number,
  task: Task,
): ResolvedConfiguration['training'] {
  const filled = withDefaults(sections.training, training);
  const numbers = { ...unread, ...optimizers[filled.optimizer].defaults };
  return {
    ...filled,
    batch_size: filled.batch_size ?? Math.min(32, nTrain),
    learning_rate: filled.learning_rate ?? numbers.learningRate,
    momentum: filled.momentum ?? numbers.momentum,
    beta_1: filled.beta_1 ?? numbers.beta1,
    beta_2: filled.beta_2 ?? numbers.beta2,
    epsilon: filled.epsilon ?? numbers.epsilon,
    loss: filled.loss === 'auto' ? (task === 'classification' ? 'cross_entropy' : 'mse') : filled.loss,
  };
}

/** The seed decides the split too, so it is needed before the rest can be resolved. */
export const seedOf = ({ training }: Configuration): number =>
  training.seed ?? sections.training.seed.default;
