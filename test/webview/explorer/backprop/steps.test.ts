import { describe, expect, it } from 'vitest';
import type { Backprop } from '../../../../src/protocol';
import { Inspector } from '../../../../src/worker/inspector';
import { stepsOf } from '../../../../webview/explorer/backprop/steps';
import type { Detail, NumberTable, Step } from '../../../../webview/explorer/backprop/tables';
import {
  classification,
  dataPath,
  folder,
  projectPlatform,
  regression,
  table,
  train,
} from '../../../worker/support';

async function backpropOf(text: string, data = table, index = 2): Promise<Backprop> {
  const platform = projectPlatform();
  platform.put(dataPath, data);
  platform.put('/project/words.txt', ['aab', 'aabb', 'baa', 'bab', 'aab', 'ba'].join('\n'));
  await train(platform, { text });
  const answer = await new Inspector(platform).answer({
    ...{ question: 'backprop', params: { split: 'train', index }, live: null, allowedFolder: '/project' },
    at: { runFolder: folder, epoch: null, edits: [] },
  });
  return answer as Backprop;
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

/** Everything of a step that a person reads, with every row looked at. */
function wordsOf({ title, formula, result = '', notes = [], table: main, detail }: Step): string {
  const ofTable = ({ corner, head, rows, last = [] }: NumberTable) => [
    corner,
    ...head.map(column => (typeof column === 'string' ? column : column.name)),
    ...[...rows, ...last].flatMap(({ name, cells }) => [name, ...cells]),
  ];
  const ofDetail = ({ line = '', table: other }: Detail) => [line, ...(other ? ofTable(other) : [])];
  const details = detail ? main.rows.flatMap(({ id }) => ofDetail(detail(id))) : [];
  return [title, formula, result, ...notes.filter(Boolean), ...ofTable(main), ...details].join(' | ');
}

describe.each(runs)('the steps of a model with %s', async (_, text, keys) => {
  const steps = stepsOf(await backpropOf(text, withPlaces));

  it('go forward, backward, and down the gradient', () => {
    expect(steps.map(({ key }) => key)).toEqual(keys);
    const phases = steps.map(({ phase }) => phase).filter((phase, i, all) => phase !== all[i - 1]);
    expect(phases).toEqual(['forward', 'backward', 'update']);
  });

  it('have a cell for each column, and nothing that is no word or number', () => {
    for (const step of steps) {
      const words = wordsOf(step);
      expect(words).not.toMatch(/undefined|NaN|null|—|\[object/);
      const tables = [step.table, ...step.table.rows.map(({ id }) => step.detail?.(id).table)];
      for (const each of tables)
        for (const { cells } of [...(each?.rows ?? []), ...(each?.last ?? [])])
          expect(cells).toHaveLength(each!.head.length);
    }
  });
});

describe('a sum', async () => {
  const backprop = await backpropOf(classification);
  const steps = stepsOf(backprop);
  const tableOf = (key: string, row: number) => steps.find(step => step.key === key)!.detail!(row).table!;

  it('has the terms of the hovered unit, its bias, and itself', () => {
    const { rows, last } = tableOf('z1', 1);
    const { weights, a } = { weights: backprop.layers[1]!.weights.values, a: backprop.layers[0]!.a };
    const byId = rows.toSorted((x, y) => x.id - y.id);
    expect(byId.map(({ name }) => name)).toEqual(['unit 1', 'unit 2', 'unit 3', 'unit 4']);
    for (const [i, { cells }] of byId.entries()) {
      expect(cells.slice(0, 2)).toEqual([weights[2 * i + 1], a[i]]);
      expect(cells[2]).toBeCloseTo(weights[2 * i + 1]! * a[i]!, 6);
    }
    const { biases, sums } = backprop.layers[1]!;
    expect(last!.map(({ cells }) => cells[2])).toEqual([biases[1], sums[1]]);
  });

  it('of a gradient has the weights to the units above', () => {
    const { rows, last } = tableOf('da1', 3);
    expect(rows.map(({ name }) => name).sort()).toEqual(['high', 'low']);
    const total = rows.reduce((sum, { cells }) => sum + Number(cells[2]), 0);
    expect(total).toBeCloseTo(backprop.layers[0]!.da[3]!, 6);
    expect(last![0]!.cells[2]).toBe(backprop.layers[0]!.da[3]);
  });
});

it('an input is told in the units of the data, with how it was scaled', async () => {
  const [input] = stepsOf(await backpropOf(classification)) as [Step];
  const [, x] = input.table.rows[0]!.cells;
  const line = input.detail!(0).line!;
  const [value, shift, scale, result] = line.match(/[\d.]+/g)!.map(Number) as [
    number,
    number,
    number,
    number,
  ];
  expect(input.table.rows[0]!.cells[0]).toBe(String(value));
  expect((value - shift) / scale).toBeCloseTo(Number(x), 2);
  expect(Math.abs(result)).toBeCloseTo(Math.abs(Number(x)), 3);
});

it('a chosen row of weights is a term without a product', async () => {
  const text = hidden('hidden_sizes: []').replace('[x, y]', '[place, x]\n  categorical: one_hot');
  const steps = stepsOf(await backpropOf(text, withPlaces));
  const { rows } = steps.find(({ key }) => key === 'z0')!.detail!(0).table!;
  const [weight, factor, term] = rows.find(({ name }) => name.startsWith('place='))!.cells;
  expect([factor, term]).toEqual(['', weight]);
});

it('what training does beside the plain rule is said once, with the first update', async () => {
  const text = `${classification}  optimizer: adamw\n  weight_decay: 0.01\n  gradient_clip_norm: 0.001\n  label_smoothing: 0.1\n`;
  const steps = stepsOf(await backpropOf(text));
  const words = steps.map(wordsOf);
  for (const said of [
    /first step, from an empty memory/,
    /weight_decay 0.01 shrinks/,
    /gradient_clip_norm multiplies/,
  ])
    expect(words.filter(each => said.test(each))).toHaveLength(1);
  expect(words.find(each => /label_smoothing 0.1000 spreads/.test(each))).toContain('L = −Σ_i y_i · ln p_i');
  const plain = stepsOf(await backpropOf(classification))
    .map(wordsOf)
    .join();
  expect(plain).not.toMatch(/empty memory|weight_decay|gradient_clip_norm|label_smoothing/);
});
