// Descent's selection of rows: `lookup_ours.mjs TASK`.
import { initTraining } from '../../src/engine/trainingState';
import { floats, integers } from '../../src/engine/wasm/arena';
import { lookupTask } from './lookup';
import { serve } from './slices';
import { optionsOf, trainerFor } from './training';
import { moduleOf, wasmNetwork } from './wasmNetwork';

const { size, columns, batch, task, nBatches, selected, targets } = lookupTask();
const net = { optimizer: 'sgd', learningRate: 0.1, batch } as const;
const state = initTraining(
  {
    ...{ nInputs: 0, categories: { size, nChoices: 1 }, hiddenSizes: [], activations: [] },
    ...{ nOutputs: columns, weightInit: 'auto' },
  },
  net.optimizer,
  0,
);
const train = { inputs: new Float32Array(0), selected, targets };

/** The forward pass of a batch whose choices are brought to where the kernel wants them. */
function forward() {
  const { plan, network } = wasmNetwork(moduleOf('fastest'), state, train, batch);
  const choices = integers(network.memory, plan.network.input.choices);
  // Untouched memory would all be one and the same page.
  floats(network.memory, plan.network.input.tables[0]!.rows).fill(0.01);
  const batches = Array.from({ length: nBatches }, (_, b) => selected.subarray(b * batch, (b + 1) * batch));
  let at = 0;
  return () => {
    choices.set(batches[at++ % nBatches]!);
    network.forward(batch, false);
  };
}

/** A step as the training loop calls it. */
function step() {
  const trainer = trainerFor('fastest', 1, state, train, batch, optionsOf(net));
  const rows = Array.from({ length: nBatches }, (_, b) =>
    Uint32Array.from({ length: batch }, (_, n) => b * batch + n),
  );
  return () => {
    trainer.step(rows[state.progress.step++ % nBatches]!, net.learningRate, false);
  };
}

const run = task === 'forward' ? forward() : step();
await serve(times => {
  for (let n = 0; n < times; n++) run();
}, 1);
