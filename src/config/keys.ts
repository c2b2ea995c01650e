import { activation } from './keys/activation';
import { batchSize } from './keys/batchSize';
import { beta1 } from './keys/beta1';
import { beta2 } from './keys/beta2';
import { builtin } from './keys/builtin';
import { categorical } from './keys/categorical';
import { checkpointsPerDoubling } from './keys/checkpointsPerDoubling';
import { classWeights } from './keys/classWeights';
import { dropout } from './keys/dropout';
import { earlyStoppingMinDelta } from './keys/earlyStoppingMinDelta';
import { earlyStoppingPatience } from './keys/earlyStoppingPatience';
import { embeddingDim } from './keys/embeddingDim';
import { epochs } from './keys/epochs';
import { epsilon } from './keys/epsilon';
import { features } from './keys/features';
import { generator } from './keys/generator';
import { gradientClipNorm } from './keys/gradientClipNorm';
import { hiddenLayers } from './keys/hiddenLayers';
import { hiddenSize } from './keys/hiddenSize';
import { hiddenSizes } from './keys/hiddenSizes';
import { image } from './keys/image';
import type { Key } from './keys/key';
import { labelSmoothing } from './keys/labelSmoothing';
import { labelsPath } from './keys/labelsPath';
import { learningRate } from './keys/learningRate';
import { learningRateDecay } from './keys/learningRateDecay';
import { learningRateDecayEpochs } from './keys/learningRateDecayEpochs';
import { learningRateSchedule } from './keys/learningRateSchedule';
import { loss } from './keys/loss';
import { missing } from './keys/missing';
import { momentum } from './keys/momentum';
import { noise } from './keys/noise';
import { normalization } from './keys/normalization';
import { optimizer } from './keys/optimizer';
import { path } from './keys/path';
import { samples } from './keys/samples';
import { scaling } from './keys/scaling';
import { seed } from './keys/seed';
import { shuffle } from './keys/shuffle';
import { stratify } from './keys/stratify';
import { target } from './keys/target';
import { task } from './keys/task';
import { testPath } from './keys/testPath';
import { text } from './keys/text';
import { validationFraction } from './keys/validationFraction';
import { validationPath } from './keys/validationPath';
import { warmupEpochs } from './keys/warmupEpochs';
import { weightDecay } from './keys/weightDecay';
import { weightInit } from './keys/weightInit';

/**
 * Every key of the configuration, once: types, checks, JSON Schema, hover and manual all come from here.
 * The name is spelled as in the file, the order is that of the manual.
 */
export const sections = {
  data: {
    path,
    builtin,
    generator,
    samples,
    noise,
    labels_path: labelsPath,
    target,
    features,
    task,
    image,
    missing,
    scaling,
    categorical,
    embedding_dim: embeddingDim,
    text,
    validation_fraction: validationFraction,
    validation_path: validationPath,
    test_path: testPath,
    stratify,
  },
  model: {
    hidden_sizes: hiddenSizes,
    hidden_size: hiddenSize,
    hidden_layers: hiddenLayers,
    activation,
    weight_init: weightInit,
    normalization,
    dropout,
  },
  training: {
    epochs,
    batch_size: batchSize,
    loss,
    label_smoothing: labelSmoothing,
    class_weights: classWeights,
    optimizer,
    learning_rate: learningRate,
    learning_rate_schedule: learningRateSchedule,
    learning_rate_decay: learningRateDecay,
    learning_rate_decay_epochs: learningRateDecayEpochs,
    warmup_epochs: warmupEpochs,
    momentum,
    beta_1: beta1,
    beta_2: beta2,
    epsilon,
    weight_decay: weightDecay,
    gradient_clip_norm: gradientClipNorm,
    early_stopping_patience: earlyStoppingPatience,
    early_stopping_min_delta: earlyStoppingMinDelta,
    shuffle,
    seed,
    checkpoints_per_doubling: checkpointsPerDoubling,
  },
} satisfies Record<string, Record<string, Key>>;

export interface KeyEntry {
  readonly section: string;
  readonly name: string;
  readonly key: Key;
}

export const allKeys: readonly KeyEntry[] = Object.entries(sections).flatMap(([section, keys]) =>
  Object.entries<Key>(keys).map(([name, key]) => ({ section, name, key })),
);

export const findKey = (section: string, name: string): KeyEntry | undefined =>
  allKeys.find(entry => entry.section === section && entry.name === name);
