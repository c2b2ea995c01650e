import { rangeOfKey } from '../config/locate';
import { type ParsedConfiguration, parseConfiguration } from '../config/parse';
import { type ResolvedConfiguration, resolveConfiguration, resolveData, seedOf } from '../config/resolve';
import { inputShapeOf } from '../data/inputs';
import { loadDataset } from '../data/load';
import { DataError, type Dataset } from '../data/types';
import type { Architecture } from '../engine/network';
import type { TrainingOptions } from '../engine/train';
import type { Platform } from '../platform/types';
import type { ConfigurationSource, DataAccess, Problem } from '../protocol';
import { dataSource } from './dataSource';
import { dataWarnings } from './dataWarnings';
import { lossOptionsOf } from './lossOptions';
import { checkTrainingMemory } from './memory';
import { outputNamesOf } from './outputs';

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
    const { train, preprocessing } = dataset;
    const configuration = resolveConfiguration(
      parsed.configuration,
      train.targets.length,
      preprocessing.task,
    );
    const options = optionsOf(configuration, dataset);
    const architecture = architectureOf(configuration, dataset);
    checkBatch(configuration, dataset);
    checkTrainingMemory(platform, architecture, configuration, dataset);
    const warnings = dataWarnings(parsed.configuration, dataset).map(
      ({ key, message }) =>
        ({
          code: 'no-effect',
          key,
          message,
          severity: 'warning',
          range: rangeOfKey(parsed.tree, key),
        }) as const,
    );
    const problems = [...parsed.problems, ...warnings];
    return { problems, prepared: { configuration, dataset, architecture, options } };
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
  { model, training }: ResolvedConfiguration,
  { preprocessing }: Pick<Dataset, 'preprocessing'>,
) {
  const { features, target } = preprocessing;
  return {
    ...inputShapeOf(features),
    hiddenSizes: model.hidden_sizes,
    activations: model.activation,
    nOutputs: outputNamesOf(training.loss, target).length,
    weightInit: model.weight_init,
    normalization: model.normalization === 'none' ? null : model.normalization,
    dropout: model.dropout,
  } satisfies Architecture;
}

export function optionsOf({ training }: ResolvedConfiguration, dataset: Dataset): TrainingOptions {
  return {
    ...lossOptionsOf(training, dataset),
    epochs: training.epochs,
    batchSize: training.batch_size,
    shuffle: training.shuffle,
    optimizer: training.optimizer,
    learningRate: training.learning_rate,
    learningRateSchedule: training.learning_rate_schedule,
    learningRateDecay: training.learning_rate_decay,
    learningRateDecayEpochs: training.learning_rate_decay_epochs,
    warmupEpochs: training.warmup_epochs,
    momentum: training.momentum,
    beta1: training.beta_1,
    beta2: training.beta_2,
    epsilon: training.epsilon,
    weightDecay: training.weight_decay,
    gradientClipNorm: training.gradient_clip_norm,
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
