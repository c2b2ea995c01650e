import { describe, expect, it } from 'vitest';
import { zerosLike } from '../../src/engine/array';
import { type LossName, type LossSettings, losses, plainLoss } from '../../src/engine/losses';
import { type Architecture, initNetwork, type Network } from '../../src/engine/network';
import { parametersOf } from '../../src/engine/parameters';
import { createWorkspace, forward } from '../../src/engine/propagate';
import { Random } from '../../src/engine/random';
import { type Trace, traceSample } from '../../src/engine/trace';
import { updatedParameters } from '../../src/engine/update';
import { outputsOf } from './support';

const h = 1e-5;
const embeddings = [{ size: 5, width: 2, nChoices: 2 }];
const categories = { size: 6, nChoices: 2 };

/** A network in float64 whose every parameter is away from 0 and 1, and one sample. */
function example(lossName: LossName, extra: Partial<Architecture>) {
  const random = Random.seeded(5);
  const { nClasses, nOutputs } = outputsOf(lossName, 3);
  const network = initNetwork(
    { nInputs: 3, hiddenSizes: [], activations: [], weightInit: 'auto', ...extra, nOutputs },
    random,
    Float64Array,
  );
  for (const { values } of parametersOf(network))
    for (let i = 0; i < values.length; i++) values[i]! += 0.3 * random.normal();
  for (const { normalization } of network.layers) {
    normalization?.running?.mean.set(normalization.gain.map(() => 0.2 * random.normal()));
    normalization?.running?.variance.set(normalization.gain.map(() => 0.5 + random.integer(100) / 100));
  }
  const nChoices = (extra.embeddings ? 2 : 0) + (extra.categories ? 2 : 0);
  const batch = {
    inputs: Float64Array.from({ length: 3 }, () => random.normal()),
    // The same row of the embedding twice.
    selected: Int32Array.of(3, 3, 1, 4).subarray(
      extra.embeddings ? 0 : 4 - nChoices,
      extra.embeddings ? nChoices : 4,
    ),
    targets: nClasses ? Int32Array.of(1) : Float64Array.of(0.7),
  };
  return { network, batch, nOutputs };
}

/** Where nobody trains, with nothing dropped out. */
function plainForward(network: Network, batch: ReturnType<typeof example>['batch']) {
  const workspace = createWorkspace(network, 1);
  return forward(network, workspace, batch, 1, null);
}

/** Gradients of all parameters, in the order of `parametersOf`. */
function gradientsOf(network: Network, { workspace }: Trace) {
  const slots = parametersOf(network).map(() => []);
  return updatedParameters(network, workspace, slots).flatMap(({ values, gradient, selection }) => {
    if (!selection) return [{ values, gradient }];
    const { width } = selection;
    const expanded = zerosLike(values);
    for (const [i, row] of selection.rows().entries())
      expanded.set(gradient.subarray(i * width, (i + 1) * width), row * width);
    return [{ values, gradient: expanded }];
  });
}

const settings: LossSettings = { labelSmoothing: 0.2, classWeights: [0.5, 2, 1] };
const cases: [string, LossName, Partial<Architecture>, LossSettings][] = [
  ['softmax regression', 'cross_entropy', {}, plainLoss],
  ['a sigmoid output', 'binary_cross_entropy', { hiddenSizes: [4], activations: ['sigmoid'] }, plainLoss],
  ['regression', 'mse', { hiddenSizes: [4], activations: ['relu'] }, plainLoss],
  ['two hidden layers', 'cross_entropy', { hiddenSizes: [5, 4], activations: ['tanh', 'gelu'] }, plainLoss],
  ['smoothed and weighted classes', 'cross_entropy', { hiddenSizes: [4], activations: ['elu'] }, settings],
  [
    'embeddings and categories',
    'cross_entropy',
    { hiddenSizes: [4], activations: ['tanh'], embeddings, categories },
    plainLoss,
  ],
  [
    'layer_norm',
    'huber',
    { hiddenSizes: [5, 4], activations: ['softplus', 'tanh'], normalization: 'layer_norm' },
    plainLoss,
  ],
  [
    'batch_norm, by its running figures, with dropout, which is off',
    'cross_entropy',
    {
      ...{ hiddenSizes: [5, 4], activations: ['leaky_relu', 'sigmoid'], normalization: 'batch_norm' },
      ...{ dropout: [0.5, 0.5], categories },
    },
    plainLoss,
  ],
];

describe.each(cases)('a trace of %s', (_, lossName, extra, lossSettings) => {
  const { network, batch, nOutputs } = example(lossName, extra);
  const trace = traceSample(network, lossName, lossSettings, batch);
  const lossNow = () =>
    losses[lossName].compute(
      {
        ...{ outputs: plainForward(network, batch), targets: batch.targets },
        ...{ sampleLosses: new Float64Array(1), dOutputs: null },
      },
      1,
      nOutputs,
      lossSettings,
    );

  it('has the outputs and the loss of the reference', () => {
    expect(trace.outputs).toEqual(plainForward(network, batch));
    expect(trace.loss).toBe(lossNow());
  });

  it('has the gradients that central differences find, of every parameter', () => {
    for (const { values, gradient } of gradientsOf(network, trace)) {
      for (let i = 0; i < values.length; i++) {
        const value = values[i]!;
        values[i] = value + h;
        const above = lossNow();
        values[i] = value - h;
        const below = lossNow();
        values[i] = value;
        expect(gradient[i]).toBeCloseTo((above - below) / (2 * h), 8);
      }
    }
  });

  it('is tied together by the chain rule, layer by layer', () => {
    for (const [l, { da, dz, slopes, arrays, sums }] of trace.layers.entries()) {
      const above = network.layers[l + 1];
      if (!above) continue;
      const width = above.biases.length;
      const dAbove = trace.layers[l + 1]!.arrays.dz;
      for (const [i, value] of da.entries()) {
        let sum = 0;
        for (let o = 0; o < width; o++) sum += above.weights[i * width + o]! * dAbove[o]!;
        expect(value).toBeCloseTo(sum, 12);
        expect(dz[i]).toBeCloseTo(value * slopes[i]!, 12);
        if (!network.layers[l]!.normalization) expect([arrays.dz[i], arrays.z[i]]).toEqual([dz[i], sums[i]]);
      }
    }
  });
});

it('the sums before a normalization are W x + b', () => {
  const { network, batch } = example('mse', {
    hiddenSizes: [4],
    activations: ['tanh'],
    normalization: 'layer_norm',
  });
  const { sums, arrays } = traceSample(network, 'mse', plainLoss, batch).layers[0]!;
  const { weights, biases } = network.layers[0]!;
  for (const [o, bias] of biases.entries()) {
    const sum = batch.inputs.reduce((total, x, i) => total + x * weights[i * 4 + o]!, bias);
    expect(sums[o]).toBeCloseTo(sum, 12);
  }
  expect(arrays.z).not.toEqual(sums);
});
