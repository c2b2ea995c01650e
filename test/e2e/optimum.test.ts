import { expect } from 'vitest';
import { saved, trainExample } from './digits';
import { test, textOf } from './workbench';

const nEpochs = 2400;

/** Logistic regression that comes to its one optimum: all rows in each step, ½ ‖W‖² in the sum of the losses. */
const configuration = (name: string, target: string, nRows: number) => `data:
  path: ${name}.csv
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
const optima = [
  {
    ...{ name: 'iris', target: 'species', nRows: 150, meanLoss: 0.129542 },
    ...{ rows: [133, 83, 70, 77, 106], losses: [0.8819, 0.8272, 0.8202, 0.7812, 0.6399] },
  },
  {
    ...{ name: 'digits', target: 'digit', nRows: 1797, meanLoss: 0.029064 },
    ...{ rows: [1658, 1553, 5, 1256, 129], losses: [1.8529, 1.2642, 0.7854, 0.6094, 0.5724] },
  },
];

test('at the optimum the worst samples of iris and digits are those of the reference', async ({
  workbench,
}) => {
  const { keyboard } = workbench.page;
  for (const { name, target, nRows, meanLoss, rows, losses } of optima) {
    workbench.edit(`${name}/${name}.model.yaml`, () => configuration(name, target, nRows));
    const explorer = await trainExample(workbench, name);
    // Not the best epoch: on the way there the loss alone, without its penalty, has been lower.
    await explorer.locator('input[aria-label="Epoch"]').focus();
    await keyboard.press('End');
    await explorer.locator('[data-tab="samples"]').click();
    await explorer.locator('.samples-line [role="status"]', { hasText: /after epoch 2.400$/ }).waitFor();
    expect(await textOf(explorer.locator('.samples-toolbar'))).toContain('training (');
    const worst = (await explorer.locator('[data-sample]').all()).slice(0, 5);
    for (const [i, sample] of worst.entries()) {
      expect(await sample.getAttribute('data-sample')).toBe(String(rows[i]));
      const [outcome, ...details] = (await textOf(sample)).split('\n');
      // The first line of the file has the names of the columns.
      expect(details.join('\n')).toContain(`line ${rows[i]! + 2} `);
      expect(Number(outcome!.split(' ').at(-1))).toBeCloseTo(losses[i]!, 3);
    }

    // The page rounds; its table does not.
    const table = await saved(workbench, explorer, 'Export CSV', `${name}/${name} - run 1 train.csv`);
    const samples = table
      .trim()
      .split('\r\n')
      .slice(1)
      .map(line => line.split(','));
    expect(samples.slice(0, 5).map(([row]) => Number(row))).toEqual(rows);
    const exact = samples.map(cells => Number(cells[6]));
    for (const [i, loss] of losses.entries()) expect(exact[i]).toBeCloseTo(loss, 4);
    expect(exact.reduce((sum, loss) => sum + loss, 0) / nRows).toBeCloseTo(meanLoss, 6);
  }
});
