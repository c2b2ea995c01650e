import { describe, expect, it } from 'vitest';
import { type ActivationName, activations } from '../../src/engine/activations';
import { zerosLike } from '../../src/engine/array';
import { type LossName, losses, plainLoss, type Targets } from '../../src/engine/losses';
import { type Architecture, initNetwork } from '../../src/engine/network';
import { type NormalizationName, normalizations } from '../../src/engine/normalizations';
import { backward, createWorkspace, forward } from '../../src/engine/propagate';
import { Random } from '../../src/engine/random';
import { updatedParameters } from '../../src/engine/update';
import { outputsOf } from './support';

const h = 1e-5;
const nRows = 5;
const nInputs = 4;

type Extra = Partial<Pick<Architecture, 'embeddings' | 'categories' | 'normalization' | 'dropout'>>;

/** ‖analytic − numeric‖ / (‖analytic‖ + ‖numeric‖) over all parameters, by central differences in float64. */
function gradientError(
  names: ActivationName[],
  lossName: LossName,
  settings = plainLoss,
  extra: Extra = {},
): number {
  const { compute } = losses[lossName];
  const { nClasses, nOutputs } = outputsOf(lossName, 3);
  const random = Random.seeded(7);
  const hiddenSizes = names.map((_, l) => 6 - l);
  const network = initNetwork(
    { ...extra, nInputs, hiddenSizes, activations: names, nOutputs, weightInit: 'auto' },
    random,
    Float64Array,
  );
  const { embeddings = [], categories } = extra;
  const nChoices = embeddings.reduce((sum, each) => sum + each.nChoices, categories?.nChoices ?? 0);
  const size = Math.min(...embeddings.map(each => each.size), categories?.size ?? 9);
  const batch = {
    inputs: Float64Array.from({ length: nRows * nInputs }, () => random.normal()),
    // Some rows more than once, some never, and now and then none.
    selected: Int32Array.from({ length: nRows * nChoices }, () => random.integer(size) - 1),
  };
  const targets: Targets = nClasses
    ? Int32Array.from({ length: nRows }, () => random.integer(nClasses))
    : Float64Array.from({ length: nRows }, () => random.normal());
  const workspace = createWorkspace(network, nRows);
  const noSlots = new Array(4 * (embeddings.length + network.layers.length)).fill([]);
  const parameters = updatedParameters(network, workspace, noSlots);
  // Away from 0 and 1, so that a mistake in them shows; no unit of a relu sits at its kink.
  for (const { values, isWeight } of parameters)
    if (!isWeight) for (let i = 0; i < values.length; i++) values[i]! += 0.1 * random.normal();
  const sampleLosses = new Float64Array(nRows);
  const loss = (dOutputs: Float64Array | null) => {
    // The same units are dropped every time.
    const outputs = forward(network, workspace, batch, nRows, Random.seeded(3));
    return compute({ outputs, targets, sampleLosses, dOutputs }, nRows, nOutputs, settings);
  };
  loss(workspace.layers.at(-1)!.dz as Float64Array);
  backward(network, workspace, batch, nRows);

  let difference = 0;
  let analyticNorm = 0;
  let numericNorm = 0;
  for (const { values, gradient, selection } of parameters) {
    const expanded = selection ? zerosLike(values) : gradient.slice();
    for (const [i, row] of selection?.rows().entries() ?? [])
      expanded.set(
        gradient.subarray(i * selection!.width, (i + 1) * selection!.width),
        row * selection!.width,
      );
    for (const [i, analytic] of expanded.entries()) {
      const value = values[i]!;
      values[i] = value + h;
      const above = loss(null);
      values[i] = value - h;
      const below = loss(null);
      values[i] = value;
      const numeric = (above - below) / (2 * h);
      difference += (analytic - numeric) ** 2;
      analyticNorm += analytic ** 2;
      numericNorm += numeric ** 2;
    }
  }
  return Math.sqrt(difference) / (Math.sqrt(analyticNorm) + Math.sqrt(numericNorm));
}

const names = Object.keys(activations) as ActivationName[];
const lossNames = Object.keys(losses) as LossName[];

describe('gradients against central differences in float64', () => {
  for (const lossName of lossNames) {
    it(`${lossName}, no hidden layer`, () => expect(gradientError([], lossName)).toBeLessThan(1e-7));
    for (const name of names) {
      it(`${lossName}, one layer of ${name}`, () =>
        expect(gradientError([name], lossName)).toBeLessThan(1e-7));
      it(`${lossName}, two layers of ${name}`, () =>
        expect(gradientError([name, name], lossName)).toBeLessThan(1e-7));
    }
  }
  describe.each([
    ['cross_entropy', [0.2, 1, 3]],
    ['binary_cross_entropy', [0.2, 3]],
  ] as const)('%s with', (lossName, classWeights) => {
    it.each([
      ['label smoothing', { labelSmoothing: 0.1, classWeights: null }],
      ['class weights', { labelSmoothing: 0, classWeights }],
      ['both', { labelSmoothing: 0.3, classWeights }],
    ])('%s', (_, settings) => {
      expect(gradientError(['tanh'], lossName, settings)).toBeLessThan(1e-7);
    });
  });
  it('a different activation in each layer', () => {
    expect(gradientError(['tanh', 'sigmoid', 'leaky_relu'], 'cross_entropy')).toBeLessThan(1e-7);
  });

  const embeddings = [
    { size: 7, width: 3, nChoices: 2 },
    { size: 5, width: 2, nChoices: 1 },
  ];
  const categories = { size: 8, nChoices: 3 };
  const extras: [string, Extra][] = [
    ['embeddings', { embeddings }],
    ['categories', { categories }],
    ['embeddings and categories', { embeddings, categories }],
    ['dropout', { dropout: [0.5, 0.2] }],
  ];
  for (const normalization of Object.keys(normalizations) as NormalizationName[]) {
    extras.push([normalization, { normalization }]);
    extras.push([
      `${normalization}, and all others`,
      { normalization, embeddings, categories, dropout: [0.2, 0.5] },
    ]);
  }
  it.each(extras)('%s', (_, extra) => {
    expect(gradientError(['tanh', 'gelu'], 'cross_entropy', plainLoss, extra)).toBeLessThan(1e-7);
    expect(gradientError(['relu', 'sigmoid'], 'mse', plainLoss, extra)).toBeLessThan(1e-7);
  });
  it.each(extras.filter(([, { embeddings: e, categories: c }]) => e ?? c))(
    '%s, no hidden layer',
    (_, extra) => {
      expect(gradientError([], 'cross_entropy', plainLoss, extra)).toBeLessThan(1e-7);
    },
  );
});
