import type { Examples } from './examples';
import { type Kernel, plainTypeScript } from './kernel';
import { plainLoss } from './losses';
import { parametersOf } from './parameters';
import { Random } from './random';
import type { StepOptions } from './step';
import { initTraining } from './trainingState';

const nInputs = 37;
const nSamples = 26;
const batchSize = 23;
const tolerance = 1e-4;

/**
 * Trains a small network for a few steps with tiles of every kind in it, on numbers and on bytes that are mostly 0; a
 * processor that computes anything else is not to be used.
 */
export function agreesWithReference(kernel: Kernel): boolean {
  try {
    return [numbers, bytes].every(inputsFrom => {
      const actual = outcome(kernel, inputsFrom);
      const expected = outcome(plainTypeScript, inputsFrom);
      return expected.every((value, i) => Math.abs(value - actual[i]!) <= tolerance);
    });
  } catch {
    return false;
  }
}

type InputsFrom = (random: Random) => Examples['inputs'];

const numbers: InputsFrom = random =>
  Float32Array.from({ length: nSamples * nInputs }, () => random.normal());

const bytes: InputsFrom = random => ({
  values: Uint8Array.from({ length: nSamples * nInputs }, () => Math.max(0, random.integer(1000) - 800)),
  shift: new Float32Array(nInputs),
  factor: new Float32Array(nInputs).fill(0.01),
});

function outcome(kernel: Kernel, inputsFrom: InputsFrom): number[] {
  const random = Random.seeded(1);
  const train = {
    inputs: inputsFrom(random),
    targets: Int32Array.from({ length: nSamples }, () => random.integer(11)),
  };
  const state = initTraining(
    { nInputs, hiddenSizes: [17, 33], activations: ['relu', 'tanh'], nOutputs: 11, weightInit: 'auto' },
    'momentum',
    1,
  );
  const options: StepOptions = {
    loss: 'cross_entropy',
    optimizer: 'momentum',
    ...{ momentum: 0.9, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01, gradientClipNorm: 0 },
    ...plainLoss,
  };
  const trainer = kernel.createTrainer(state, train, batchSize, options);
  const rows = Uint32Array.from({ length: batchSize }, (_, i) => (7 * i) % nSamples);
  const losses = [batchSize, 5, 6].map(n => trainer.step(rows.subarray(0, n), 0.1, false).loss);
  return [
    ...losses,
    trainer.evaluate(train).loss,
    ...parametersOf(trainer.state()).flatMap(({ values }) => [...values]),
  ];
}
