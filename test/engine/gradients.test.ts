import { describe, expect, it } from 'vitest';
import { type ActivationName, activations } from '../../src/engine/activations';
import { type LossName, losses, plainLoss, type Targets } from '../../src/engine/losses';
import { backward, createWorkspace, forward, initNetwork } from '../../src/engine/network';
import { Random } from '../../src/engine/random';
import { parameters } from '../../src/engine/trainingState';
import { outputsOf } from './support';

const h = 1e-5;
const nRows = 5;
const nInputs = 4;

/** ‖analytic − numeric‖ / (‖analytic‖ + ‖numeric‖) over all parameters, by central differences in float64. */
function gradientError(names: ActivationName[], lossName: LossName, settings = plainLoss): number {
  const { compute } = losses[lossName];
  const { nClasses, nOutputs } = outputsOf(lossName, 3);
  const random = Random.seeded(7);
  const hiddenSizes = names.map((_, l) => 6 - l);
  const architecture = { nInputs, hiddenSizes, activations: names, nOutputs, weightInit: 'auto' } as const;
  const layers = initNetwork(architecture, random, Float64Array);
  // Biases away from 0, so that a mistake in them shows; no unit of a relu sits at its kink.
  for (const { biases } of layers) for (let i = 0; i < biases.length; i++) biases[i] = 0.1 * random.normal();
  const inputs = Float64Array.from({ length: nRows * nInputs }, () => random.normal());
  const targets: Targets = nClasses
    ? Int32Array.from({ length: nRows }, () => random.integer(nClasses))
    : Float64Array.from({ length: nRows }, () => random.normal());
  const workspace = createWorkspace(layers, nRows);
  const sampleLosses = new Float64Array(nRows);
  const loss = (dOutputs: Float64Array | null) =>
    compute(
      { outputs: forward(layers, workspace, inputs, nRows), targets, sampleLosses, dOutputs },
      nRows,
      nOutputs,
      settings,
    );
  loss(workspace.dz.at(-1) as Float64Array);
  backward(layers, workspace, inputs, nRows);

  let difference = 0;
  let analyticNorm = 0;
  let numericNorm = 0;
  const gradients = parameters(workspace.d).map(gradient => gradient.slice());
  for (const [p, parameter] of parameters(layers).entries()) {
    for (let i = 0; i < parameter.length; i++) {
      const value = parameter[i]!;
      parameter[i] = value + h;
      const above = loss(null);
      parameter[i] = value - h;
      const below = loss(null);
      parameter[i] = value;
      const numeric = (above - below) / (2 * h);
      const analytic = gradients[p]![i]!;
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
});
