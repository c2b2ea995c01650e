import { rangeOfKey } from '../config/locate';
import { type ParsedConfiguration, parseConfiguration } from '../config/parse';
import { type ResolvedConfiguration, resolveConfiguration, resolveData, seedOf } from '../config/resolve';
import { loadDataset } from '../data/load';
import { DataError, type Dataset } from '../data/types';
import { type Architecture, countParameters } from '../engine/network';
import { optimizers } from '../engine/optimizers';
import type { TrainingOptions } from '../engine/train';
import type { Platform } from '../platform/types';
import type { ConfigurationSource, DataAccess, Problem } from '../protocol';
import { dataSource } from './dataSource';

/** A configuration with its data, ready to train. */
export interface Prepared {
  readonly configuration: ResolvedConfiguration;
  readonly dataset: Dataset;
  readonly architecture: Architecture;
  readonly options: TrainingOptions;
}

export interface Preparation {
  readonly problems: readonly Problem[];
  /** Null when there is an error among the problems. */
  readonly prepared: Prepared | null;
}

/** Everything between a configuration's text and the first step: whatever is wrong is found here. */
export async function prepare(
  platform: Platform,
  { path, text, allowedFolder }: ConfigurationSource & DataAccess,
  overrides: readonly string[] = [],
): Promise<Preparation> {
  const { paths } = platform;
  const parsed = parseConfiguration(text, paths.basename(path), overrides);
  if (!parsed.configuration) return { problems: parsed.problems, prepared: null };
  const data = resolveData(parsed.configuration);
  try {
    const source = dataSource(platform, paths.dirname(path), allowedFolder, data);
    const dataset = await loadDataset(data, seedOf(parsed.configuration), source);
    const configuration = resolveConfiguration(parsed.configuration, dataset.train.targets.length);
    const architecture = architectureOf(configuration, dataset);
    checkBatch(configuration, dataset);
    checkMemory(platform, architecture, configuration);
    const prepared = { configuration, dataset, architecture, options: optionsOf(configuration, dataset) };
    return { problems: parsed.problems, prepared };
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return { problems: [...parsed.problems, problemOf(error, parsed, platform, path)], prepared: null };
  }
}

/** A fault in the data as a squiggle at the key that leads to it. */
function problemOf(
  error: DataError,
  parsed: ParsedConfiguration,
  { paths }: Platform,
  path: string,
): Problem {
  const { code, key, message, at } = error;
  const file = at && paths.resolve(paths.dirname(path), at.path);
  return {
    code,
    key,
    message,
    severity: 'error',
    range: rangeOfKey(parsed.tree, key),
    ...(file && at.line !== undefined ? { related: { path: file, line: at.line } } : {}),
  };
}

export function architectureOf(
  { model }: ResolvedConfiguration,
  { preprocessing }: Pick<Dataset, 'preprocessing'>,
) {
  const { inputNames, target } = preprocessing;
  return {
    nInputs: inputNames.length,
    hiddenSizes: model.hidden_sizes,
    activations: model.activation,
    nOutputs: target.kind === 'classes' ? target.classes.length : 1,
    weightInit: model.weight_init,
  } satisfies Architecture;
}

function optionsOf({ training }: ResolvedConfiguration, { preprocessing }: Dataset): TrainingOptions {
  return {
    loss: preprocessing.task === 'classification' ? 'cross_entropy' : 'mse',
    epochs: training.epochs,
    batchSize: training.batch_size,
    shuffle: training.shuffle,
    optimizer: training.optimizer,
    learningRate: training.learning_rate,
    momentum: training.momentum,
    beta1: training.beta_1,
    beta2: training.beta_2,
    epsilon: training.epsilon,
    weightDecay: training.weight_decay,
    earlyStoppingPatience: training.early_stopping_patience,
    earlyStoppingMinDelta: training.early_stopping_min_delta,
  };
}

function checkBatch({ training }: ResolvedConfiguration, { train }: Dataset) {
  const nTrain = train.targets.length;
  if (training.batch_size <= nTrain) return;
  throw new DataError(
    'batch-too-large',
    'training.batch_size',
    `batch_size is ${training.batch_size}, but the training part has only ${nTrain} rows. Use at most ${nTrain}.`,
  );
}

/**
 * 4 bytes a number: parameters and the optimizer's arrays twice, as they are saved and as the kernels want them, the
 * gradients, the best epoch's copy, and the weights of before, for the statistics.
 */
function checkMemory(platform: Platform, architecture: Architecture, { training }: ResolvedConfiguration) {
  const nParameters = countParameters(architecture);
  const needed = 4 * nParameters * (5 + 2 * optimizers[training.optimizer].slots.length);
  if (needed <= platform.memoryBudgetBytes) return;
  const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;
  throw new DataError(
    'model-too-large',
    'model.hidden_sizes',
    `A model of ${nParameters.toLocaleString('en')} parameters needs ${gigabytes(needed)} to train; ` +
      `${gigabytes(platform.memoryBudgetBytes)} are allowed on this machine. Use fewer or smaller layers.`,
  );
}
