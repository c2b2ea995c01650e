import { describe, expect, it } from 'vitest';
import type { BackpropStep } from '../../../src/protocol';
import type { Pass } from '../../../src/worker/backprop/pass';
import { passSample } from '../../../src/worker/backprop/sample';
import { stepsOf } from '../../../src/worker/backprop/steps/steps';
import { openStoredRun, reloadDataset } from '../../../src/worker/storedRun';
import { fold, type NumberTable, tableOf, termsOf } from '../../../webview/explorer/backprop/tables';
import { fill, say, text as textOf } from '../../../webview/explorer/backprop/words';
import { classification, dataPath, folder, projectPlatform, regression, table, train } from '../support';

async function passOf(text: string, data = table, index = 2): Promise<Pass> {
  const platform = projectPlatform();
  platform.put(dataPath, data);
  platform.put('/project/words.txt', ['aab', 'aabb', 'baa', 'bab', 'aab', 'ba'].join('\n'));
  await train(platform, { text });
  const run = await openStoredRun(platform, folder);
  const dataset = await reloadDataset(platform, folder, run, '/project');
  return passSample(run, dataset, dataset.train, index);
}

const withPlaces = table
  .split('\n')
  .map((line, i) => `${i === 0 ? 'place' : 'pqr'[i % 3]},${line}`)
  .join('\n');
const hidden = (model: string) => classification.replace('hidden_sizes: [4]', model);
const texts =
  'data: {path: words.txt, text: {context: 3}, validation_fraction: 0}\ntraining: {epochs: 1, optimizer: adam}\n';
const runs: [string, string, string[]][] = [
  ['no hidden layer', hidden('hidden_sizes: []'), ['x', 'z0', 'p', 'loss', 'dz0', 'dW0', 'step0']],
  [
    'one hidden layer',
    classification,
    ['x', 'z0', 'a0', 'z1', 'p', 'loss', 'dz1', 'dW1', 'da1', 'dz0', 'dW0', 'step0', 'step1'],
  ],
  [
    'a normalization',
    hidden('hidden_sizes: [4]\n  normalization: layer_norm\n  dropout: 0.1'),
    [
      ...['x', 'z0', 'norm0', 'a0', 'z1', 'p', 'loss'],
      ...['dz1', 'dW1', 'da1', 'dz0', 'dnorm0', 'dW0', 'step0', 'stepNorm0', 'step1'],
    ],
  ],
  [
    'one-hot categories',
    hidden('hidden_sizes: []').replace('[x, y]', '[place, x]\n  categorical: one_hot'),
    ['x', 'choice', 'z0', 'p', 'loss', 'dz0', 'dW0', 'step0'],
  ],
  [
    'embeddings only',
    texts,
    [
      ...['choice', 'z0', 'a0', 'z1', 'p', 'loss'],
      ...['dz1', 'dW1', 'da1', 'dz0', 'dW0', 'da0', 'stepE', 'step0', 'step1'],
    ],
  ],
  [
    'a sigmoid output',
    `${hidden('hidden_sizes: []')}  loss: binary_cross_entropy\n`,
    ['x', 'z0', 'p', 'loss', 'dz0', 'dW0', 'step0'],
  ],
  ['a number', regression.replace('[4]', '[]'), ['x', 'z0', 'p', 'loss', 'dz0', 'dW0', 'step0']],
];

/** How a row comes about, as the view shows it. */
const linesOf = ({ line }: BackpropStep, row: number) =>
  line
    ? [
        fill(
          line.formula,
          line.columns.map(column => column[row]!),
        ).replaceAll('{#}', String(row + 1)),
      ]
    : [];

/** Everything of a step that a person reads, with every row looked at. */
function wordsOf(step: BackpropStep): string {
  const { title, formula, result, notes = [], detail } = step;
  const ofTable = ({ corner, head, rows, last = [] }: NumberTable) => [
    corner,
    ...head.map(textOf),
    ...[...rows, ...last].flatMap(({ name, cells }) => [name, ...cells]),
  ];
  const main = tableOf(step);
  const details = main.rows.flatMap(({ id }) => [
    ...linesOf(step, id),
    ...(detail ? ofTable(termsOf(detail, id)) : []),
  ]);
  const results = result ? [fill(result.formula, result.values)] : [];
  return [say(title), textOf(formula), ...results, ...notes.map(textOf), ...ofTable(main), ...details].join(
    ' | ',
  );
}

describe.each(runs)('the steps of a model with %s', async (_, text, keys) => {
  const steps = stepsOf(await passOf(text, withPlaces));

  it('go forward, backward, and down the gradient', () => {
    expect(steps.map(({ key }) => key)).toEqual(keys);
    const phases = steps.map(({ phase }) => phase).filter((phase, i, all) => phase !== all[i - 1]);
    expect(phases).toEqual(['forward', 'backward', 'update']);
  });

  it('have a cell for each column, and nothing that is no word or number', () => {
    for (const step of steps) {
      expect(wordsOf(step)).not.toMatch(/undefined|NaN|null|—|\[object|\{\d+\}/);
      const main = tableOf(step);
      const tables = [
        main,
        ...main.rows.flatMap(({ id }) => (step.detail ? [termsOf(step.detail, id)] : [])),
      ];
      for (const each of tables)
        for (const { cells } of [...each.rows, ...(each.last ?? [])])
          expect(cells).toHaveLength(each.head.length);
    }
  });
});

describe('a sum', async () => {
  const pass = await passOf(classification);
  const steps = stepsOf(pass);
  const sumOf = (key: string, row: number) => termsOf(steps.find(step => step.key === key)!.detail!, row);

  it('has the terms of the hovered unit, its bias, and itself', () => {
    const { rows, last } = sumOf('z1', 1);
    const { weights, a } = { weights: pass.layers[1]!.weights.values, a: pass.layers[0]!.a };
    const byId = rows.toSorted((x, y) => x.id - y.id);
    expect(byId.map(({ name }) => name)).toEqual(['unit 1', 'unit 2', 'unit 3', 'unit 4']);
    for (const [i, { cells }] of byId.entries()) {
      expect(cells.slice(0, 2)).toEqual([weights[2 * i + 1], a[i]]);
      expect(cells[2]).toBeCloseTo(weights[2 * i + 1]! * a[i]!, 6);
    }
    const { biases, sums } = pass.layers[1]!;
    expect(last!.map(({ cells }) => cells[2])).toEqual([biases[1], sums[1]]);
  });

  it('of a gradient has the weights to the units above', () => {
    const { rows, last } = sumOf('da1', 3);
    expect(rows.map(({ name }) => name).sort()).toEqual(['high', 'low']);
    const total = rows.reduce((sum, { cells }) => sum + Number(cells[2]), 0);
    expect(total).toBeCloseTo(pass.layers[0]!.da[3]!, 6);
    expect(last![0]!.cells[2]).toBe(pass.layers[0]!.da[3]);
  });
});

it('an input is told in the units of the data, with how it was scaled', async () => {
  const [input] = stepsOf(await passOf(classification)) as [BackpropStep];
  const [cell, x] = tableOf(input).rows[0]!.cells;
  const [line] = linesOf(input, 0) as [string];
  const [value, shift, scale, result] = line.match(/[\d.]+/g)!.map(Number) as [
    number,
    number,
    number,
    number,
  ];
  expect(cell).toBe(String(value));
  expect((value - shift) / scale).toBeCloseTo(Number(x), 2);
  expect(Math.abs(result)).toBeCloseTo(Math.abs(Number(x)), 3);
});

it('a chosen row of weights is a term without a product', async () => {
  const text = hidden('hidden_sizes: []').replace('[x, y]', '[place, x]\n  categorical: one_hot');
  const steps = stepsOf(await passOf(text, withPlaces));
  const { rows } = termsOf(steps.find(({ key }) => key === 'z0')!.detail!, 0);
  const [weight, factor, term] = rows.find(({ name }) => name.startsWith('place='))!.cells;
  expect([factor, term]).toEqual(['', weight]);
});

it('what training does beside the plain rule is said once, with the first update', async () => {
  const text = `${classification}  optimizer: adamw\n  weight_decay: 0.01\n  gradient_clip_norm: 0.001\n  label_smoothing: 0.1\n`;
  const steps = stepsOf(await passOf(text));
  const words = steps.map(wordsOf);
  for (const said of [
    /first step, from an empty memory/,
    /weight_decay 0.01 shrinks/,
    /gradient_clip_norm multiplies/,
  ])
    expect(words.filter(each => said.test(each))).toHaveLength(1);
  expect(words.find(each => /label_smoothing 0.1 spreads/.test(each))).toContain('L = −Σ_i y_i · ln p_i');
  const plain = stepsOf(await passOf(classification))
    .map(wordsOf)
    .join();
  expect(plain).not.toMatch(/empty memory|weight_decay|gradient_clip_norm|label_smoothing/);
});

it('terms that were too many to be sent are added up with those that are folded', async () => {
  const { rows, rest, last } = await (async () => {
    const pass = await passOf(hidden('hidden_sizes: [600, 40]'));
    return termsOf(stepsOf(pass).find(({ key }) => key === 'z1')!.detail!, 5);
  })();
  expect([rows.length, rest!.count]).toEqual([102, 498]);
  const folded = fold({ corner: '', head: [], rows, rest: rest! }, false);
  const shown = folded.rows.reduce((sum, { cells }) => sum + Number(cells.at(-1)), 0);
  const [bias, z] = last!.map(({ cells }) => Number(cells.at(-1)));
  expect(folded.hidden.count).toBe(592);
  expect(shown + folded.hidden.sum! + bias!).toBeCloseTo(z!, 4);
});
