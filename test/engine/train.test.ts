import { expect, it } from 'vitest';
import { Random } from '../../src/engine/random';
import { type TrainingOptions, train } from '../../src/engine/train';
import { initTraining } from '../../src/engine/trainingState';
import { plainOptions } from './support';

const random = Random.seeded(1);
const examples = {
  inputs: Float32Array.from({ length: 12 * 2 }, () => random.normal()),
  targets: Int32Array.from({ length: 12 }, (_, n) => n % 3),
};
const data = { train: examples, validation: null };
const stateOf = () =>
  initTraining({ nInputs: 2, hiddenSizes: [], activations: [], nOutputs: 3, weightInit: 'auto' }, 'sgd', 1);

/** All events of a training and what comes of them. */
function trained(state: ReturnType<typeof stateOf>, options: TrainingOptions) {
  const generator = train(state, data, options);
  for (const events = []; ; ) {
    const { value, done } = generator.next();
    if (done) return { events, outcome: value };
    events.push(value);
  }
}

/** Nothing is better by so much. */
const early = {
  ...plainOptions,
  epochs: 9,
  batchSize: 4,
  earlyStoppingPatience: 2,
  earlyStoppingMinDelta: 100,
};

it('a training that has been stopped early trains no more when it is taken up again, unless it may', () => {
  const state = stateOf();
  const { events, outcome } = trained(state, early);
  expect(outcome).toEqual({ type: 'stoppedEarly', epoch: 3 });
  expect(events.at(-1)).toMatchObject({ type: 'epoch', epoch: 3, next: 'end' });

  expect(trained(state, early)).toEqual({ events: [], outcome });
  expect(trained(state, { ...early, earlyStoppingPatience: 4 }).outcome).toMatchObject({ epoch: 5 });
});

it('a training that has done its epochs does no more', () => {
  const state = stateOf();
  const options = { ...plainOptions, epochs: 2, batchSize: 4 };
  expect(trained(state, options).events).toHaveLength(2 * (3 + 1));
  expect(trained(state, options)).toEqual({ events: [], outcome: { type: 'finished' } });
});
