// Whole trainings on Fashion-MNIST: `fashion.mjs TASK`; each line is answered by one, from another seed.
import type { ActivationName } from '../../src/engine/activations';
import { train } from '../../src/engine/train';
import { answerEach, argument, cpuSeconds, pictures } from './slices';
import { optionsOf, stateOf, trainerFor } from './training';

const task = argument<{
  readonly sizes: readonly number[];
  readonly activation: ActivationName;
  readonly batch: number;
  readonly learningRate: number;
  readonly epochs: number;
  /** Ends when a look at the test part shows this accuracy; every so many steps. */
  readonly until?: { readonly accuracy: number; readonly every: number };
}>();
const net = { ...task, optimizer: 'sgd' as const };
const data = { train: pictures('train'), validation: null };
const test = pictures('t10k');

/** Looking at the test part does not count as training. */
function training(seed: number, maxSteps = Number.POSITIVE_INFINITY) {
  const state = stateOf(net, task.activation, seed);
  const options = { ...optionsOf(net), epochs: task.epochs };
  const trainer = trainerFor('fastest', 1, state, data.train, net.batch, options);
  let cpu = 0;
  let startedAt = cpuSeconds();
  let [steps, last] = [0, trainer.evaluate(test)];
  for (const event of train(state, data, options, trainer)) {
    if (event.type !== 'step') continue;
    steps = event.step;
    if (steps >= maxSteps) break;
    if (!task.until || steps % task.until.every > 0) continue;
    cpu += cpuSeconds() - startedAt;
    last = trainer.evaluate(test);
    if (last.accuracy! >= task.until.accuracy) return { cpu, steps, reached: true };
    startedAt = cpuSeconds();
  }
  cpu += cpuSeconds() - startedAt;
  last = trainer.evaluate(test);
  return { cpu, steps, reached: false, accuracy: last.accuracy, loss: last.loss };
}

training(0, 500);
let seed = 1;
await answerEach(() => training(seed++));
