// One kernel alone: `kernels.mjs {rows, inputs, outputs, task, peak} KERNEL`; counts floating-point operations.
import { readFileSync } from 'node:fs';
import { floats } from '../../src/engine/wasm/arena';
import { flopsPerTurn } from '../lib/peak.mjs';
import { argument, leaveOut, serve } from './slices';
import { stateOf } from './training';
import { moduleOf, wasmNetwork } from './wasmNetwork';

interface Product {
  readonly rows: number;
  readonly inputs: number;
  readonly outputs: number;
  readonly task: 'forward' | 'dX' | 'dW';
}
const given = argument<Product | { readonly task: 'peak'; readonly peak: string }>();

function peakOf(file: string) {
  const bytes = readFileSync(file);
  if (!WebAssembly.validate(bytes)) leaveOut('not on this machine');
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  return instance.exports as { run(turns: number): number };
}

/** A layer of the shape; for its gradients with one below it, where they come from and go to. */
function kernelOf({ rows, inputs, outputs, task }: Product) {
  const sizes = task === 'forward' ? [inputs, outputs] : [4, inputs, outputs];
  const state = stateOf({ sizes, optimizer: 'sgd' });
  const train = { inputs: new Float32Array(sizes[0]! * rows), targets: new Int32Array(rows) };
  const module = moduleOf(process.argv[3] as 'relaxed' | 'simd');
  const { plan, network, gradients } = wasmNetwork(module, state, train, rows);
  const arrays = [
    ...[floats(network.memory, plan.batch.inputs), ...gradients.dz],
    ...network.arrays.flatMap(({ a, weights }) => [a, weights]),
  ];
  for (const array of arrays) fill(array);
  const update = network.products.at(-1)!.updateBy('Sgd');
  const runs = {
    forward: () => network.forward(rows, false),
    dX: () => gradients.below(1, rows),
    // Fused with the update; the settings are still 0, and so is the learning rate.
    dW: () => gradients.weights(update, 1, rows, plan.settings.address, 1),
  };
  return runs[task];
}

/** Numbers of an ordinary size. */
function fill(array: Float32Array) {
  for (let i = 0; i < array.length; i++) array[i] = ((i % 17) - 8) / 8;
}

if (given.task === 'peak') {
  const { run } = peakOf(given.peak);
  const turns = 1e6;
  await serve(times => {
    for (let n = 0; n < times; n++) run(turns);
  }, flopsPerTurn * turns);
} else {
  const run = kernelOf(given);
  await serve(
    times => {
      for (let n = 0; n < times; n++) run();
    },
    2 * given.rows * given.inputs * given.outputs,
  );
}
