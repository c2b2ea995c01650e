import { describe, expect, it } from 'vitest';
import { resolveConfiguration, resolveData } from '../../src/config/resolve';
import { resolvedType } from '../../src/config/resolvedType';
import { optimizers } from '../../src/engine/optimizers';
import { parsed } from './helpers';

function resolved(text: string, nTrain = 100) {
  const { configuration, problems } = parsed(text);
  expect(problems).toEqual([]);
  return resolveConfiguration(configuration!, nTrain, 'classification');
}

describe('a resolved configuration', () => {
  it('says everything', () => {
    expect(resolved('data: {builtin: iris}')).toEqual({
      data: {
        builtin: 'iris',
        missing: 'error',
        scaling: 'standard',
        categorical: 'one_hot',
        validation_fraction: 0.2,
        stratify: true,
      },
      model: {
        hidden_sizes: [32],
        activation: ['relu'],
        weight_init: 'auto',
        normalization: 'none',
        dropout: [],
      },
      training: {
        checkpoints_per_doubling: 4,
        epochs: 30,
        batch_size: 32,
        optimizer: 'sgd',
        learning_rate: 0.1,
        momentum: 0,
        beta_1: 0,
        beta_2: 0,
        epsilon: 1e-8,
        loss: 'cross_entropy',
        label_smoothing: 0,
        class_weights: 'none',
        weight_decay: 0,
        learning_rate_schedule: 'constant',
        learning_rate_decay: 0.1,
        learning_rate_decay_epochs: 10,
        warmup_epochs: 0,
        gradient_clip_norm: 0,
        early_stopping_patience: 0,
        early_stopping_min_delta: 0,
        shuffle: true,
        seed: 42,
      },
    });
  });

  it('keeps what is written, also when it is 0, false or empty', () => {
    const { data, model, training } = resolved(
      'data: {builtin: iris, validation_fraction: 0, stratify: false}\nmodel: {hidden_sizes: []}\ntraining: {seed: 0, shuffle: false}\n',
    );
    expect(data).toMatchObject({ validation_fraction: 0, stratify: false });
    expect(model).toMatchObject({ hidden_sizes: [], activation: [] });
    expect(training).toMatchObject({ seed: 0, shuffle: false });
  });

  it.each([
    ['sgd', { learning_rate: 0.1, momentum: 0 }],
    ['momentum', { learning_rate: 0.01, momentum: 0.9 }],
    ['rmsprop', { learning_rate: 0.001, beta_1: 0, beta_2: 0.99, epsilon: 1e-8 }],
    ['adam', { learning_rate: 0.001, beta_1: 0.9, beta_2: 0.999, epsilon: 1e-8 }],
  ])('takes the numbers that suit %s', (optimizer, numbers) => {
    const { training } = resolved(`data: {builtin: iris}\ntraining: {optimizer: ${optimizer}}`);
    expect(training).toMatchObject(numbers);
  });

  it.each(Object.keys(optimizers))('can be read back from a run with %s', optimizer => {
    const configuration = resolved(`data: {builtin: iris}\ntraining: {optimizer: ${optimizer}}`);
    expect(resolvedType.safeParse(configuration).error).toBeUndefined();
  });

  it('has the loss that suits the task, unless one is written', () => {
    const { configuration } = parsed('data: {builtin: iris}');
    expect(resolveConfiguration(configuration!, 100, 'regression').training.loss).toBe('mse');
    expect(resolved('data: {builtin: iris}\ntraining: {loss: huber}').training.loss).toBe('huber');
  });

  it('has no batch larger than the training part', () => {
    expect(resolved('data: {builtin: iris}', 12).training.batch_size).toBe(12);
  });

  it.each([
    ['{hidden_size: 8, hidden_layers: 2, activation: tanh}', [8, 8], ['tanh', 'tanh']],
    ['{hidden_layers: 2}', [32, 32], ['relu', 'relu']],
    ['{hidden_size: 8}', [8], ['relu']],
    ['{hidden_layers: 0}', [], []],
    ['{hidden_sizes: [8, 4], activation: [relu, tanh]}', [8, 4], ['relu', 'tanh']],
  ])('knows the layers of %s', (model, hidden_sizes, activation) => {
    expect(resolved(`data: {builtin: iris}\nmodel: ${model}`).model).toMatchObject({
      hidden_sizes,
      activation,
    });
  });

  it.each([
    ['{hidden_sizes: [8, 4], dropout: 0.5}', [0.5, 0.5]],
    ['{hidden_sizes: [8, 4], dropout: [0, 0.2]}', [0, 0.2]],
    ['{hidden_sizes: [8, 4], dropout: [0, 0]}', []],
    ['{hidden_sizes: [8, 4]}', []],
  ])('knows the rates of dropout of %s', (model, dropout) => {
    expect(resolved(`data: {builtin: iris}\nmodel: ${model}`).model.dropout).toEqual(dropout);
  });

  it('is read back from a run that knew fewer keys, with what they mean', () => {
    const { model, training, ...rest } = resolved('data: {builtin: iris}');
    const { categorical, ...data } = rest.data;
    const { normalization: _, dropout: __, ...former } = model;
    const read = resolvedType.parse({ data, model: former, training });
    expect(read).toEqual({ data: { ...data, categorical }, model, training });
  });

  it('embeds characters, unless something else is written', () => {
    const text = 'data: {path: a.txt, text: {context: 3}}';
    expect(resolved(text).data).toMatchObject({ categorical: 'embedding', text: { context: 3 } });
    expect(resolved(text.replace('}}', '}, categorical: one_hot}')).data.categorical).toBe('one_hot');
    expect(resolvedType.safeParse(resolved(text)).error).toBeUndefined();
  });

  it('speaks of samples and noise for generated data only', () => {
    const { configuration } = parsed('data: {generator: xor}');
    expect(resolveData(configuration!)).toMatchObject({ samples: 500, noise: 0 });
    expect(resolved('data: {builtin: iris}').data).not.toHaveProperty('samples');
  });
});
