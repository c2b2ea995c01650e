import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ActivationName } from '../../src/engine/activations';
import { type Kernel, plainTypeScript } from '../../src/engine/kernel';
import { type Loss, losses } from '../../src/engine/losses';
import { type Optimizer, optimizers } from '../../src/engine/optimizers';
import { parametersOf } from '../../src/engine/parameters';
import { type TrainingOptions, train } from '../../src/engine/train';
import { emptySlots, initProgress } from '../../src/engine/trainingState';
import { denseNetwork, plainOptions } from './support';
import { fastKernels } from './wasm/support';

interface Arrays {
  readonly weights: readonly number[];
  readonly biases: readonly number[];
}

interface Case {
  readonly name: string;
  readonly activation: ActivationName;
  readonly options: Partial<TrainingOptions>;
  /** One a step. */
  readonly losses: readonly number[];
  /** After the last step; for plain gradient descent. */
  readonly layers?: readonly Arrays[];
}

/** What a net is for: a loss of exactly two classes has one output. */
type Kind = 'class' | 'binary' | 'number';

interface Fixture {
  readonly batchSize: number;
  readonly epochs: number;
  readonly inputs: readonly number[];
  readonly targets: Readonly<Record<Kind, readonly number[]>>;
  readonly initial: Readonly<Record<Kind, readonly Arrays[]>>;
  readonly cases: readonly Case[];
}

const fixture: Fixture = JSON.parse(
  readFileSync(new URL('../fixtures/pytorch/training.json', import.meta.url), 'utf8'),
);

const kindOf = (loss: Loss): Kind =>
  loss.predicts === 'class' && loss.nClasses === 2 ? 'binary' : loss.predicts;

/** The losses of all steps and the layers after them. */
function trained(
  { activation, options }: Case,
  precision: Float32ArrayConstructor | Float64ArrayConstructor,
  kernel: Kernel = plainTypeScript,
) {
  const { defaults }: Optimizer = optimizers[options.optimizer ?? 'sgd'];
  const all = { ...plainOptions, ...fixture, ...defaults, ...options };
  const kind = kindOf(losses[all.loss]);
  const initial = fixture.initial[kind];
  const network = denseNetwork(
    initial.map(({ weights, biases }, l) => ({
      weights: precision.from(weights),
      biases: precision.from(biases),
      activation: l < initial.length - 1 ? activation : null,
    })),
  );
  const targets = fixture.targets[kind];
  const examples = {
    inputs: precision.from(fixture.inputs),
    targets: kind === 'number' ? precision.from(targets) : Int32Array.from(targets),
  };
  const state = { ...network, slots: emptySlots(network, all.optimizer), progress: initProgress(1) };
  const stepLosses: number[] = [];
  const trainer = kernel.createTrainer(state, examples, all.batchSize, all);
  for (const event of train(state, { train: examples, validation: null }, all, trainer)) {
    if (event.type === 'step') stepLosses.push(event.loss);
  }
  return { network: trainer.network(), stepLosses };
}

const largest = (values: number[]) => values.reduce((max, value) => Math.max(max, Math.abs(value)), 0);

/*
 * The tables were made in float64. In float64 the engine must agree to rounding; float32, which it trains in,
 * is given what a hundred steps make of its rounding.
 */
describe.each([
  ['float32', Float32Array, plainTypeScript, 1e-5],
  ['float64', Float64Array, plainTypeScript, 1e-10],
  ...fastKernels.map(kernel => [kernel.name, Float32Array, kernel, 1e-5] as const),
] as const)('a hundred steps in %s, against PyTorch', (_, precision, kernel, tolerance) => {
  it.each(fixture.cases.map(each => [each.name, each] as const))('%s', (_name, each) => {
    const { network, stepLosses } = trained(each, precision, kernel);
    expect(stepLosses).toHaveLength(100);
    const relative = stepLosses.map((loss, i) => loss / each.losses[i]! - 1);
    expect(largest(relative)).toBeLessThan(tolerance);
    if (!each.layers) return;
    const expected = each.layers.flatMap(({ weights, biases }) => [...weights, ...biases]);
    const actual = parametersOf(network).flatMap(({ values }) => [...values]);
    expect(largest(actual.map((value, i) => value - expected[i]!))).toBeLessThan(tolerance);
  });
});
