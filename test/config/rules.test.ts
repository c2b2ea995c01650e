import { describe, expect, it } from 'vitest';
import { parsed } from './helpers';

const iris = 'data: {builtin: iris}\n';

describe('rules about several keys', () => {
  it.each([
    ['data: {task: regression}', 'one-source', 'data'],
    ['data: {builtin: iris, generator: xor}', 'one-source', 'xor'],
    ['data: {path: a.csv}', 'no-target', 'a.csv'],
    ['data: {path: a.txt}', 'no-target', 'a.txt'],
    ['data: {path: a.csv, text: {context: 3}}', 'no-target', 'a.csv'],
    ['data: {builtin: iris, text: {context: 3}}', 'no-texts', 'text'],
    ['data: {path: a-idx3-ubyte, labels_path: b, text: {context: 3}}', 'no-texts', 'text'],
    ['data: {path: a-idx3-ubyte.gz}', 'no-labels', 'a-idx3-ubyte.gz'],
    ['data: {path: a.csv, target: y, features: [x, y]}', 'target-is-feature', '[x, y]'],
    [`${iris}model: {hidden_sizes: [4], hidden_size: 3}`, 'two-shapes', '3'],
    [`${iris}model: {hidden_sizes: [4], hidden_layers: 0}`, 'two-shapes', '0'],
    [`${iris}model: {hidden_layers: 3, activation: [relu, tanh]}`, 'activation-count', '[relu, tanh]'],
    [`${iris}model: {hidden_sizes: [], activation: [relu]}`, 'activation-count', '[relu]'],
    [`${iris}model: {hidden_layers: 3, dropout: [0.5]}`, 'dropout-count', '[0.5]'],
    [`${iris}model: {normalization: batch_norm}\ntraining: {batch_size: 1}`, 'batch-of-one', '1'],
  ])('%s is an error', (text, code, underlined) => {
    const result = parsed(text);
    expect(result).toMatchObject({ configuration: null, codes: [code], underlined: [underlined] });
    expect(result.problems[0]?.severity).toBe('error');
  });

  it.each([
    ['a table', 'path: a.csv', /^A table needs a target:[^{]*species\.$/],
    [
      'a text file',
      'path: a.txt',
      /^A table .* To learn from lines of text, add text: \{ context: 5 \} instead\.$/,
    ],
    ['texts in a table', 'path: a.csv, text: {context: 3}', /^Texts in a table need a target/],
  ])('what %s needs is said', (_, data, message) => {
    expect(parsed(`data: {${data}}`).problems[0]?.message).toMatch(message);
  });

  it.each([
    ['data: {builtin: iris, samples: 50}', 'no-effect', '50'],
    ['data: {builtin: iris, noise: 0.1}', 'no-effect', '0.1'],
    ['data: {path: a.csv, target: y, labels_path: b}', 'no-effect', 'b'],
    ['data: {path: a.csv, target: y, validation_path: b, validation_fraction: 0.1}', 'no-effect', '0.1'],
    ['data: {builtin: iris, embedding_dim: 4}', 'no-effect', '4'],
    ['data: {path: a.txt, text: {context: 3}, target: y}', 'no-effect', 'y'],
    ['data: {path: a.csv, text: {context: 3}, target: y, scaling: none}', 'no-effect', 'none'],
    ['data: {path: a.csv, text: {context: 3}, target: y, features: [x]}', 'no-effect', '[x]'],
    ['data: {path: a.txt, text: {context: 3}, categorical: one_hot, embedding_dim: 4}', 'no-effect', '4'],
    [`${iris}training: {momentum: 0.5}`, 'no-effect', '0.5'],
    [`${iris}training: {optimizer: momentum, beta_1: 0.5}`, 'no-effect', '0.5'],
    [`${iris}training: {epsilon: 1e-3}`, 'no-effect', '1e-3'],
    [`${iris}training: {optimizer: rmsprop, beta_1: 0.5}`, 'no-effect', '0.5'],
    [`${iris}training: {optimizer: nesterov, epsilon: 1e-3}`, 'no-effect', '1e-3'],
    [`${iris}training: {learning_rate_decay: 0.5}`, 'no-effect', '0.5'],
    [`${iris}training: {learning_rate_schedule: cosine, learning_rate_decay_epochs: 5}`, 'no-effect', '5'],
    [`${iris}training: {learning_rate_schedule: one_cycle, warmup_epochs: 2}`, 'two-warmups', '2'],
    [`${iris}training: {warmup_epochs: 30}`, 'endless-warmup', '30'],
    [`${iris}training: {early_stopping_patience: 30}`, 'endless-patience', '30'],
    [`${iris}model: {hidden_sizes: [], dropout: 0.5}`, 'no-effect', '0.5'],
    [`${iris}model: {hidden_layers: 0, normalization: layer_norm}`, 'no-effect', 'layer_norm'],
  ])('%s is a warning', (text, code, underlined) => {
    const result = parsed(text);
    expect(result).toMatchObject({ codes: [code], underlined: [underlined] });
    expect(result.configuration).not.toBeNull();
    expect(result.problems[0]?.severity).toBe('warning');
  });

  it.each([
    'data: {generator: spiral, samples: 200, noise: 0.1}',
    'data: {path: train-images-idx3-ubyte, labels_path: train-labels-idx1-ubyte}',
    'data: {path: a.txt, text: {context: 3}, embedding_dim: 4}',
    'data: {path: a.csv, target: y, text: {context: 3}}',
    'data: {builtin: iris, categorical: embedding, embedding_dim: 4}',
    `${iris}model: {hidden_size: 8, hidden_layers: 2, activation: [relu, tanh]}`,
    `${iris}model: {hidden_layers: 2, dropout: [0, 0.5], normalization: batch_norm}`,
    `${iris}model: {hidden_sizes: [], dropout: [], normalization: none}`,
    `${iris}training: {optimizer: adam, beta_1: 0.8, beta_2: 0.99, epsilon: 1e-6}`,
    `${iris}training: {optimizer: nesterov, momentum: 0.5, epochs: 20, early_stopping_patience: 5}`,
    `${iris}training: {learning_rate_schedule: step, learning_rate_decay: 0.5, learning_rate_decay_epochs: 5}`,
    `${iris}training: {learning_rate_schedule: linear, warmup_epochs: 0.5}`,
    `${iris}training: {optimizer: rmsprop, beta_2: 0.9, epsilon: 1e-6}`,
  ])('%s is right', text => {
    expect(parsed(text).problems).toEqual([]);
  });
});
