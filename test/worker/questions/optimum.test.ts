import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { arrange, orders } from '../../../webview/explorer/samples/order';
import { noFilter } from '../../../webview/focus';
import { projectPlatform, train } from '../support';
import { inquirer } from './support';

const nEpochs = 2400;

/**
 * Logistic regression with C = 1: the mean of the losses and ½ λ ‖W‖² with λ = 1 / rows. All rows in each step, so that
 * it comes to the one optimum.
 */
const configuration = (target: string, nRows: number) => `data:
  path: data.csv
  target: ${target}
  scaling: standard
  validation_fraction: 0
model:
  hidden_sizes: []
training:
  epochs: ${nEpochs}
  batch_size: ${nRows}
  optimizer: momentum
  momentum: 0.98
  learning_rate: 0.5
  weight_decay: ${1 / nRows}
  seed: 1
`;

// Reference: scikit-learn 1.2.1, LogisticRegression(C=1, solver='lbfgs', tol=1e-12) on the same rows.
it.each([
  ['iris', 'species', 150, [133, 83, 70, 77, 106], [0.8819, 0.8272, 0.8202, 0.7812, 0.6399]],
  ['digits', 'digit', 1797, [1658, 1553, 5, 1256, 129], [1.8529, 1.2642, 0.7854, 0.6094, 0.5724]],
])(
  'the list of %s at its optimum begins with the worst rows of the reference',
  async (name, target, nRows, rows, losses) => {
    const platform = projectPlatform();
    platform.put(
      '/project/data.csv',
      readFileSync(new URL(`../../../examples/${name}/${name}.csv`, import.meta.url)),
    );
    await train(platform, { text: configuration(target, nRows) });
    // Not the best epoch: on the way there the loss alone, without its penalty, has been lower.
    const ask = inquirer(platform);
    const split = 'train';
    const predictions = await ask('predictions', { split }, { epoch: nEpochs });
    const worst = arrange({ predictions, typicality: null, found: null }, noFilter, orders.worst).slice(0, 5);
    const samples = await ask('samples', { split, indices: worst }, { epoch: nEpochs });
    expect(samples.map(({ row }) => row)).toEqual(rows);
    for (const [i, { loss, line, row }] of samples.entries()) {
      expect(loss).toBeCloseTo(losses[i]!, 4);
      expect(predictions.losses[worst[i]!]).toBeCloseTo(losses[i]!, 4);
      expect(line).toBe(row + 2);
    }
  },
  60_000,
);
