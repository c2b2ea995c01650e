// Descent's selection of rows: `lookup_ours.mjs TASK`.

import { addSelectedRows } from '../../src/engine/tables';
import { initTraining } from '../../src/engine/trainingState';
import { lookupTask } from './lookup';
import { serve } from './slices';
import { optionsOf, trainerFor } from './training';

const { size, columns, batch, task, nBatches, selected, targets } = lookupTask();

/** The reference, which writes into sums that are there already. */
function forward() {
  const rows = new Float32Array(size * columns).fill(0.01);
  const table = { rows, width: columns, firstChoice: 0, nChoices: 1 };
  const values = new Float32Array(batch * columns);
  const places = { values, stride: columns, first: 0, step: 0 };
  const batches = Array.from({ length: nBatches }, (_, b) => ({
    selected: selected.subarray(b * batch, (b + 1) * batch),
    nChoices: 1,
  }));
  let at = 0;
  return () => {
    values.fill(0);
    addSelectedRows(places, table, batches[at++ % nBatches]!, batch);
  };
}

/** A step as the training loop calls it. */
function step() {
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
  const trainer = trainerFor('fastest', state, train, batch, optionsOf(net));
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
