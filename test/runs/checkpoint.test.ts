import { describe, expect, it } from 'vitest';
import { initNetwork } from '../../src/engine/network';
import { type OptimizerName, optimizers } from '../../src/engine/optimizers';
import { Random } from '../../src/engine/random';
import { train } from '../../src/engine/train';
import { initTraining, type TrainingState } from '../../src/engine/trainingState';
import {
  encodeState,
  encodeWeights,
  restoreState,
  restoreWeights,
  weightBytes,
} from '../../src/runs/checkpoint';
import { decodeSafetensors, encodeSafetensors } from '../../src/runs/safetensors';
import { plainOptions } from '../engine/support';

const architecture = {
  nInputs: 2,
  hiddenSizes: [3],
  activations: ['relu'],
  nOutputs: 2,
  weightInit: 'auto',
} as const;
const names = Object.keys(optimizers) as OptimizerName[];

/** Trained into the middle of the second epoch, so that nothing in the state is still at its start. */
function trainedState(optimizer: OptimizerName): TrainingState {
  const state = initTraining(architecture, optimizer, 1);
  const examples = { inputs: Float32Array.of(0, 1, 1, 0, 1, 1, 0, 0), targets: Int32Array.of(1, 1, 0, 0) };
  const events = train(
    state,
    { train: examples, validation: examples },
    { ...plainOptions, ...optimizers[optimizer].defaults, optimizer, epochs: 2, shuffle: true },
  );
  while (state.progress.step < 6 && !events.next().done);
  return state;
}

describe.each(names)('the state of %s', optimizer => {
  const state = trainedState(optimizer);

  it('comes back whole', () => {
    const restored = initTraining(architecture, optimizer, 2);
    restoreState(encodeState(state), restored);
    expect(restored).toEqual(state);
  });

  it('comes with the changes on the way to it', () => {
    const adjustments = [{ step: 3, key: 'learning_rate', from: 0.1, to: 0.2 }];
    expect(restoreState(encodeState(state, adjustments), initTraining(architecture, optimizer, 2))).toEqual(
      adjustments,
    );
  });

  it('is copied: training on changes no restored state', () => {
    const bytes = encodeState(state);
    const restored = initTraining(architecture, optimizer, 2);
    restoreState(bytes, restored);
    restored.layers[0]!.weights.fill(0);
    expect(encodeState(state)).toEqual(bytes);
  });
});

describe('weights', () => {
  const { progress: _progress, slots: _slots, ...network } = trainedState('sgd');

  it('come back with their epoch', () => {
    const restored = initNetwork(architecture, Random.seeded(2));
    expect(restoreWeights(encodeWeights(network, 7), restored)).toBe(7);
    expect(restored).toEqual(network);
  });

  it('have the shapes of the model, for whoever else reads the file', () => {
    const { tensors } = decodeSafetensors(encodeWeights(network, 7));
    expect([...tensors].map(([name, { shape }]) => [name, ...shape])).toEqual([
      ['layers.0.weights', 2, 3],
      ['layers.0.biases', 3],
      ['layers.1.weights', 3, 2],
      ['layers.1.biases', 2],
    ]);
  });

  it('of another model are refused by name', () => {
    const wider = initNetwork({ ...architecture, hiddenSizes: [4] }, Random.seeded(2));
    const message = 'the tensor layers.0.weights is 2 × 3, the model needs 2 × 4';
    expect(() => restoreWeights(encodeWeights(network, 7), wider)).toThrow(message);
  });

  it('that lie the other way round are refused, though they are as many', () => {
    const { tensors, metadata } = decodeSafetensors(encodeWeights(network, 7));
    const transposed = new Map(
      [...tensors].map(([name, { shape, values }]) => [name, { shape: [...shape].reverse(), values }]),
    );
    const restored = initNetwork(architecture, Random.seeded(2));
    expect(() => restoreWeights(encodeSafetensors({ tensors: transposed, metadata }), restored)).toThrow(
      'the tensor layers.0.weights is 3 × 2, the model needs 2 × 3',
    );
  });

  it.each([
    ['layers.0.gain', { ...architecture, normalization: 'batch_norm' } as const],
    ['layers.2.weights', { ...architecture, hiddenSizes: [3, 2], activations: ['relu', 'relu'] } as const],
    [
      'embeddings.0.weights',
      { ...architecture, nInputs: 0, embeddings: [{ size: 4, width: 2, nChoices: 1 }] },
    ],
  ])('of which the model has no %s are refused', (name, richer) => {
    const bytes = encodeWeights(initNetwork(richer, Random.seeded(2)), 7);
    const restored = initNetwork(architecture, Random.seeded(2));
    expect(() => restoreWeights(bytes, restored)).toThrow(`the model has no tensor ${name}`);
  });

  it('stand beside tensors of others', () => {
    const { tensors, metadata } = decodeSafetensors(encodeWeights(network, 7));
    const more = new Map([...tensors, ['note', { shape: [1], values: Float32Array.of(1) }]]);
    const restored = initNetwork(architecture, Random.seeded(2));
    expect(restoreWeights(encodeSafetensors({ tensors: more, metadata }), restored)).toBe(7);
    expect(restored).toEqual(network);
  });

  it('alone are not enough to train on', () => {
    const state = initTraining(architecture, 'sgd', 2);
    expect(() => restoreState(encodeWeights(network, 7), state)).toThrow('weights only');
  });
});

it('the size of the weights is known before they are written', () => {
  for (const normalization of [null, 'batch_norm'] as const) {
    const network = initNetwork(
      {
        ...{ nInputs: 3, nOutputs: 10, weightInit: 'auto', normalization },
        embeddings: [{ size: 100, width: 7, nChoices: 1 }],
        hiddenSizes: new Array(12).fill(64),
        activations: new Array(12).fill('relu'),
      },
      Random.seeded(1),
    );
    const { length } = encodeWeights(network, 123_456);
    expect(weightBytes(network)).toBeGreaterThanOrEqual(length);
    expect(weightBytes(network)).toBeLessThan(1.05 * length);
  }
});
