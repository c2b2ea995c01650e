import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Categories, EmbeddingShape, Network } from '../../src/engine/network';
import type { NormalizationName } from '../../src/engine/normalizations';
import { buffersOf, parametersOf } from '../../src/engine/parameters';
import { type TrainingOptions, train } from '../../src/engine/train';
import { emptySlots, initProgress } from '../../src/engine/trainingState';
import { plainOptions } from './support';

interface LayerArrays {
  readonly weights: readonly number[];
  readonly biases: readonly number[];
  readonly gain?: readonly number[];
  readonly shift?: readonly number[];
  readonly mean?: readonly number[];
  readonly variance?: readonly number[];
}

interface Arrays {
  readonly embeddings: readonly (readonly number[])[];
  readonly layers: readonly LayerArrays[];
}

interface Case {
  readonly name: string;
  readonly hasChoices: boolean;
  readonly normalization: NormalizationName | null;
  readonly options: Partial<TrainingOptions>;
  readonly initial: Arrays;
  /** One a step. */
  readonly losses: readonly number[];
  /** Of all rows after the last step, where nobody trains. */
  readonly evaluated: number;
  /** For plain gradient descent. */
  readonly trained?: Arrays;
}

interface Fixture {
  readonly batchSize: number;
  readonly epochs: number;
  readonly embeddings: readonly EmbeddingShape[];
  readonly categories: Categories;
  readonly inputs: readonly number[];
  readonly selected: readonly number[];
  readonly targets: readonly number[];
  readonly cases: readonly Case[];
}

type Precision = Float32ArrayConstructor | Float64ArrayConstructor;

const fixture: Fixture = JSON.parse(
  readFileSync(new URL('../fixtures/pytorch/architectures.json', import.meta.url), 'utf8'),
);

function networkOf({ hasChoices, normalization, initial }: Case, precision: Precision): Network {
  const array = (values: readonly number[]) => precision.from(values);
  return {
    embeddings: initial.embeddings.map((weights, e) => ({
      ...fixture.embeddings[e]!,
      weights: array(weights),
    })),
    categories: hasChoices ? fixture.categories : null,
    layers: initial.layers.map(({ weights, biases, gain, shift, mean, variance }, l) => ({
      ...{ weights: array(weights), biases: array(biases), dropout: 0 },
      activation: l < initial.layers.length - 1 ? 'tanh' : null,
      normalization: gain
        ? {
            ...{ name: normalization!, gain: array(gain), shift: array(shift!) },
            running: mean ? { mean: array(mean), variance: array(variance!) } : null,
          }
        : null,
    })),
  };
}

const examplesOf = ({ hasChoices }: Case, precision: Precision) => ({
  inputs: precision.from(fixture.inputs),
  selected: hasChoices ? Int32Array.from(fixture.selected) : undefined,
  targets: Int32Array.from(fixture.targets),
});

function trained(each: Case, precision: Precision) {
  const { batchSize, epochs } = fixture;
  const options = { ...plainOptions, batchSize, epochs, ...each.options };
  const network = networkOf(each, precision);
  const examples = examplesOf(each, precision);
  const state = { ...network, slots: emptySlots(network, options.optimizer), progress: initProgress(1) };
  const losses: number[] = [];
  for (const event of train(state, { train: examples, validation: null }, options))
    if (event.type === 'step') losses.push(event.loss);
  return { network, losses, evaluated: evaluate(network, 'cross_entropy', examples).loss };
}

const valuesOf = (network: Network) =>
  [...parametersOf(network), ...buffersOf(network)].flatMap(({ values }) => [...values]);
const largest = (values: number[]) => values.reduce((max, value) => Math.max(max, Math.abs(value)), 0);

describe.each([
  ['float32', Float32Array, 1e-5],
  ['float64', Float64Array, 1e-9],
] as const)('a hundred steps in %s, against PyTorch', (_, precision, tolerance) => {
  it.each(fixture.cases.map(each => [each.name, each] as const))('%s', (_name, each) => {
    const { network, losses, evaluated } = trained(each, precision);
    expect(losses).toHaveLength(100);
    expect(largest(losses.map((loss, i) => loss / each.losses[i]! - 1))).toBeLessThan(tolerance);
    expect(Math.abs(evaluated / each.evaluated - 1)).toBeLessThan(tolerance);
    if (!each.trained) return;
    const expected = valuesOf(networkOf({ ...each, initial: each.trained }, Float64Array));
    const actual = valuesOf(network);
    expect(actual).toHaveLength(expected.length);
    expect(largest(actual.map((value, i) => value - expected[i]!))).toBeLessThan(tolerance);
  });
});
