import { describe, expect, it } from 'vitest';
import { createBatch, gather } from '../../../src/engine/examples';
import { losses } from '../../../src/engine/losses';
import type { Network } from '../../../src/engine/network';
import { copyNetwork } from '../../../src/engine/parameters';
import { backward, createWorkspace, forward } from '../../../src/engine/propagate';
import type { Pass } from '../../../src/worker/backprop/pass';
import { passSample } from '../../../src/worker/backprop/sample';
import { optionsOfLastStep } from '../../../src/worker/backprop/step';
import { prepare } from '../../../src/worker/prepare';
import { openStoredRun, reloadDataset } from '../../../src/worker/storedRun';
import type { MemoryPlatform } from '../../helpers/memoryPlatform';
import {
  classification,
  configurationPath,
  dataPath,
  folder,
  projectPlatform,
  regression,
  table,
  train,
} from '../support';

async function passOf(platform: MemoryPlatform, index = 0, change: (network: Network) => void = () => {}) {
  const run = await openStoredRun(platform, folder);
  change(run.network);
  const dataset = await reloadDataset(platform, folder, run, '/project');
  return passSample(run, dataset, dataset.train, index);
}

/** Row of the data that a training sample is of. */
async function rowOf(platform: MemoryPlatform, index: number) {
  const run = await openStoredRun(platform, folder);
  const { train: part } = await reloadDataset(platform, folder, run, '/project');
  return part.rows[index]!;
}

async function trained(text: string, data?: string) {
  const platform = projectPlatform();
  if (data) platform.put(dataPath, data);
  await train(platform, { text });
  return platform;
}

const close = (actual: Iterable<number>, expected: readonly number[]) => {
  const numbers = [...actual];
  expect(numbers).toHaveLength(expected.length);
  for (const [i, value] of numbers.entries()) expect(value).toBeCloseTo(expected[i]!, 6);
};

/*
 * One sample x = (1, 2) of class a, one hidden layer of two sigmoid units, two classes; η = 0.1.
 *
 *   W1 = [[0, 1], [0.5, −0.5]]   b1 = (0, 0)
 *   z1 = (1·0 + 2·0.5 + 0, 1·1 + 2·(−0.5) + 0) = (1, 0)
 *   a1 = (σ(1), σ(0)) = (0.7310586, 0.5)
 *   W2 = [[1, 0], [0, 1]]        b2 = (0, 0.2310585786)
 *   z2 = (0.7310586, 0.7310586), so p = (½, ½) and L = −ln ½ = 0.6931472
 *
 *   dL/dz2 = p − y = (½ − 1, ½ − 0) = (−½, ½)
 *   dL/dW2 = a1 (dL/dz2)ᵀ = [[−0.3655293, 0.3655293], [−0.25, 0.25]],  dL/db2 = (−½, ½)
 *   dL/da1 = W2 dL/dz2 = (1·(−½) + 0·½, 0·(−½) + 1·½) = (−½, ½)
 *   dL/dz1 = dL/da1 ⊙ a1 (1 − a1) = (−½ · 0.1966119, ½ · 0.25) = (−0.0983060, 0.125)
 *   dL/dW1 = x (dL/dz1)ᵀ = [[−0.0983060, 0.125], [−0.1966119, 0.25]],  dL/db1 = dL/dz1
 *
 *   W2 ← W2 − 0.1 dL/dW2 = [[1.0365529, −0.0365529], [0.025, 0.975]],  b2 ← (0.05, 0.1810586)
 *   W1 ← W1 − 0.1 dL/dW1 = [[0.0098306, 0.9875], [0.5196612, −0.525]],  b1 ← (0.0098306, −0.0125)
 */
describe('an example worked by hand', async () => {
  const text = classification
    .replace('[x, y]', '[x, y]\n  scaling: none\n  validation_fraction: 0')
    .replace('[4]', '[2]\n  activation: sigmoid')
    .replace('0.05', '0.1');
  const platform = await trained(text, 'x,y,label\n1,2,a\n3,1,b\n0,1,a\n2,2,b\n');
  const values = [
    [0, 1, 0.5, -0.5, 0, 0],
    [1, 0, 0, 1, 0, 0.2310585786],
  ];
  const { layers, outcome, update, numbers } = await passOf(platform, 0, network => {
    for (const [l, layer] of network.layers.entries()) {
      layer.weights.set(values[l]!.slice(0, 4));
      layer.biases.set(values[l]!.slice(4));
    }
  });
  const [first, second] = layers as [Pass['layers'][0], Pass['layers'][0]];

  it('goes forward', () => {
    expect(numbers.map(({ value, shift, scale }) => [value, shift, scale])).toEqual([
      [1, 0, 1],
      [2, 0, 1],
    ]);
    close(first.x, [1, 2]);
    close(first.z, [1, 0]);
    close(first.a, [0.7310586, 0.5]);
    close(second.z, [0.7310586, 0.7310586]);
    expect(outcome).toMatchObject({ kind: 'softmax', trueClass: 0, classNames: ['a', 'b'] });
    if (outcome.kind === 'linear') throw new Error('classes are expected');
    close(outcome.probabilities, [0.5, 0.5]);
    close(outcome.targets, [1, 0]);
    expect(outcome.loss).toBeCloseTo(Math.LN2, 6);
    expect(outcome.plainLoss).toBe(outcome.loss);
  });

  it('has the terms of each sum, the largest first', () => {
    expect(first.forward).toMatchObject({ nTerms: 2, nShown: 2 });
    close(first.forward.products, [1, 0, 1, -1]);
    expect([...first.forward.of]).toEqual([1, 0, 0, 1]);
    close(second.backward!.products, [-0.5, 0, 0.5, 0]);
    expect([...second.backward!.of]).toEqual([0, 1, 1, 0]);
    expect(first.backward).toBeNull();
  });

  it('comes back', () => {
    close(second.dz, [-0.5, 0.5]);
    close(second.weights.d, [-0.3655293, 0.3655293, -0.25, 0.25]);
    close(first.da, [-0.5, 0.5]);
    close(second.backward!.sums, [-0.5, 0.5]);
    close(first.slopes, [0.1966119, 0.25]);
    close(first.dz, [-0.098306, 0.125]);
    close(first.weights.d, [-0.098306, 0.125, -0.1966119, 0.25]);
  });

  it('steps', () => {
    expect(update).toMatchObject({ optimizer: 'sgd', learningRate: 0.1, isPlain: true });
    close(second.weights.next, [1.0365529, -0.0365529, 0.025, 0.975]);
    close(second.newBiases, [0.05, 0.1810586]);
    close(first.weights.next, [0.0098306, 0.9875, 0.5196612, -0.525]);
    close(first.newBiases, [0.0098306, -0.0125]);
  });
});

const places = ['p', 'q', 'r'];
const withPlaces = table
  .split('\n')
  .map((line, i) => `${i === 0 ? 'place' : places[i % 3]},${line}`)
  .join('\n');
const oneHot = classification.replace('[x, y]', '[place, x]\n  categorical: one_hot');
const embedded = classification.replace('[x, y]', '[place, x]\n  categorical: embedding\n  embedding_dim: 2');
const normalized = (name: string) =>
  classification.replace('[4]', `[4, 3]\n  normalization: ${name}\n  dropout: 0.5`);
const runs: [string, string][] = [
  ['softmax', classification],
  ['a sigmoid output', `${classification}  loss: binary_cross_entropy\n`],
  ['regression', regression],
  ['two hidden layers', classification.replace('[4]', '[5, 4]')],
  ['label smoothing and class weights', `${classification}  label_smoothing: 0.2\n  class_weights: [1, 3]\n`],
  ['one-hot categories', oneHot],
  ['embeddings', embedded],
  ['layer_norm', normalized('layer_norm')],
  ['batch_norm', normalized('batch_norm')],
];

describe.each(runs)('a run with %s', async (_, text) => {
  const platform = await trained(text, withPlaces);
  const run = await openStoredRun(platform, folder);
  const dataset = await reloadDataset(platform, folder, run, '/project');
  const source = { path: configurationPath, text, allowedFolder: '/project' };
  const { options } = (await prepare(platform, source)).prepared!;
  const index = 5;
  const answer = await passOf(platform, index);
  const { layers, outcome } = answer;

  // The reference, without dropout, by itself.
  const network = { ...run.network, layers: run.network.layers.map(layer => ({ ...layer, dropout: 0 })) };
  const workspace = createWorkspace(network, 1);
  const batch = createBatch(dataset.train, 1, network.layers[0]!.weights);
  gather(batch, dataset.train, Uint32Array.of(index));
  const outputs = forward(network, workspace, batch, 1, null);
  const dOutputs = workspace.layers.at(-1)!.dz;
  const arrays = { outputs, targets: batch.targets, sampleLosses: new Float32Array(1), dOutputs };
  const loss = losses[options.loss].compute(arrays, 1, outputs.length, options);
  backward(network, workspace, batch, 1, false);

  it('is what the reference computes', () => {
    expect(outcome.loss).toBe(loss);
    for (const [l, { z, a, dSums, weights, x, nChosen, sums, normalization, dz }] of layers.entries()) {
      const expected = workspace.layers[l]!;
      expect([z, a, dSums]).toEqual([expected.z, expected.a, expected.dz]);
      if (!normalization) expect([sums, dSums]).toEqual([z, dz]);
      const nDense = (x.length - nChosen) * z.length;
      expect(weights.d.subarray(0, nDense)).toEqual(expected.d.weights);
      const chosen = weights.d.subarray(nDense);
      close(chosen, Array.from({ length: nChosen }, () => [...dSums]).flat());
    }
  });

  it('has terms that add up to the sums', () => {
    for (const [
      l,
      { forward: terms, biases, sums, backward: back, unitNames, inputNames, x },
    ] of layers.entries()) {
      expect([unitNames.length, inputNames.length]).toEqual([sums.length, x.length]);
      const total = (values: Float32Array, n: number, sum: number) =>
        values.subarray(sum * n, (sum + 1) * n).reduce((a, b) => a + b, 0);
      for (const [unit, z] of sums.entries())
        expect(total(terms.products, terms.nShown, unit) + biases[unit]!).toBeCloseTo(z, 5);
      for (const [i, da] of back?.sums.entries() ?? []) {
        expect(total(back!.products, back!.nShown, i)).toBeCloseTo(da, 5);
        if (l > 0) expect(da).toBe(layers[l - 1]!.da[i]);
      }
    }
  });

  it('has targets and probabilities that make the loss and its gradient', () => {
    const { dz } = layers.at(-1)!;
    if (outcome.kind === 'linear') {
      const difference = outcome.predicted - outcome.target;
      expect(outcome.loss).toBeCloseTo(difference ** 2, 6);
      expect(dz[0]).toBeCloseTo(2 * difference, 6);
      return;
    }
    const { targets: t, probabilities: p, trueClass } = outcome;
    const total = t.reduce((a, b) => a + b, 0);
    expect(outcome.loss).toBeCloseTo(-t.reduce((sum, target, c) => sum + target * Math.log(p[c]!), 0), 5);
    expect(outcome.plainLoss).toBeCloseTo(-Math.log(p[trueClass]!), 5);
    const gradients = Array.from(t, (target, c) => total * p[c]! - target);
    close(dz, outcome.kind === 'sigmoid' ? gradients.slice(1) : gradients);
  });

  it('has steps of the plain rule', () => {
    expect(answer.update.isPlain).toBe(true);
    for (const { weights, biases, newBiases, dSums } of layers) {
      close(
        weights.next,
        Array.from(weights.values, (w, i) => w - 0.05 * weights.d[i]!),
      );
      close(
        newBiases,
        Array.from(biases, (b, i) => b - 0.05 * dSums[i]!),
      );
    }
    for (const { values, d, next } of answer.embeddings)
      close(
        next,
        Array.from(values, (value, i) => value - 0.05 * d[i]!),
      );
  });
});

it('names the rows that were chosen', async () => {
  const cellsOf = async (platform: MemoryPlatform) =>
    withPlaces.split('\n')[(await rowOf(platform, 3)) + 1]!.split(',');
  const oneHotPlatform = await trained(oneHot, withPlaces);
  const chosen = await passOf(oneHotPlatform, 3);
  const [place, x] = await cellsOf(oneHotPlatform);
  expect(chosen.choices).toEqual([{ name: 'place', choice: place, vector: null }]);
  expect(chosen.layers[0]).toMatchObject({ nChosen: 1, inputNames: ['x', `place=${place}`] });
  expect(chosen.numbers).toMatchObject([{ name: 'x', value: Number(x) }]);
  const [number] = chosen.numbers as [Pass['numbers'][0]];
  expect((number.value! - number.shift) / number.scale).toBeCloseTo(chosen.layers[0]!.x[0]!, 6);

  const embeddedPlatform = await trained(embedded, withPlaces);
  const looked = await passOf(embeddedPlatform, 3);
  const [{ name, choice, vector }] = looked.choices as [Pass['choices'][0]];
  expect([name, choice]).toEqual(['place', (await cellsOf(embeddedPlatform))[0]]);
  expect(looked.layers[0]!.x.subarray(1)).toEqual(vector);
  expect(looked.embeddings).toMatchObject([{ name: 'place', row: choice, values: vector }]);
  expect(looked.layers[0]!.backward).toMatchObject({ firstInput: 1, sums: looked.embeddings[0]!.d });
});

it('of a text names the characters before, and sums the gradient of one that occurs twice', async () => {
  const platform = projectPlatform();
  platform.put('/project/words.txt', ['aab', 'aabb', 'baa', 'bab', 'aab', 'ba'].join('\n'));
  const text = 'data: {path: words.txt, text: {context: 3}, validation_fraction: 0}\ntraining: {epochs: 1}\n';
  await train(platform, { text });
  const { choices, embeddings, layers } = await passOf(platform, 2);
  expect(choices.map(({ name, choice }) => [name, choice])).toEqual([
    ['t-3', 'boundary'],
    ['t-2', 'a'],
    ['t-1', 'a'],
  ]);
  expect(embeddings.map(({ row }) => row)).toEqual(['boundary', 'a']);
  const { sums } = layers[0]!.backward!;
  const width = embeddings[1]!.d.length;
  close(
    embeddings[1]!.d,
    Array.from({ length: width }, (_, i) => sums[width + i]! + sums[2 * width + i]!),
  );
});

describe('a step', () => {
  it('is that of the optimizer, with clipping, decay and schedule', async () => {
    const text = classification.replace(
      'epochs: 3',
      'epochs: 4\n  optimizer: adam\n  weight_decay: 0.1\n  gradient_clip_norm: 0.01\n  learning_rate_schedule: linear',
    );
    const platform = await trained(text);
    const { update, layers } = await passOf(platform);
    const { epoch, record } = await openStoredRun(platform, folder);
    const best = record.best!;
    expect(update).toMatchObject({
      optimizer: 'adam',
      isPlain: false,
      weightDecay: 0.1,
      decouplesWeightDecay: false,
    });
    expect([epoch, update.learningRate]).toEqual([best.epoch, best.learningRate]);
    expect(update.gradientNorm * update.clipFactor).toBeCloseTo(0.01, 6);
    // Adam's first step has the size of the learning rate, whatever the gradient's.
    const { values, next, d } = layers[1]!.weights;
    for (const [i, value] of values.entries()) {
      const g = d[i]! * update.clipFactor + 0.1 * value;
      expect(next[i]).toBeCloseTo(value - (update.learningRate * g) / (Math.abs(g) + 1e-8), 5);
    }
  });

  it('has the learning rate of the last step before the weights, with the changes until then', async () => {
    const platform = await trained(classification);
    const run = await openStoredRun(platform, folder);
    const { stepsPerEpoch } = run.record;
    const adjustments = [
      { step: stepsPerEpoch, key: 'learning_rate', from: 0.05, to: 0.2 },
      { step: 2 * stepsPerEpoch, key: 'learning_rate', from: 0.2, to: 0.3 },
    ];
    const dataset = await reloadDataset(platform, folder, run, '/project');
    const rates = [0, 1, 2, 3].map(epoch => {
      const subject = { ...run, epoch, record: { ...run.record, adjustments } };
      return optionsOfLastStep(subject, dataset).learningRate;
    });
    expect(rates).toEqual([0.05, 0.05, 0.2, 0.3]);
  });

  it('leaves the model as it is', async () => {
    const platform = await trained(classification);
    const networks: Network[] = [];
    await passOf(platform, 0, network => networks.push(network, copyNetwork(network)));
    expect(networks[0]).toEqual(networks[1]);
  });
});
