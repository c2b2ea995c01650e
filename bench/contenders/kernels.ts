// One kernel alone: `kernels.mjs {rows, inputs, outputs, task, peak} KERNEL`; counts floating-point operations.
import { readFileSync } from 'node:fs';
import { Gradients } from '../../src/engine/wasm/gradients';
import { DenseNetwork } from '../../src/engine/wasm/network';
import relaxed from '../../src/engine/wasm/relaxed.wasm';
import simd from '../../src/engine/wasm/simd.wasm';
import { planTraining } from '../../src/engine/wasm/trainingPlan';
import { flopsPerTurn } from '../lib/peak.mjs';
import { argument, leaveOut, serve } from './slices';
import { optionsOf, stateOf } from './training';

const { rows, inputs, outputs, task, peak } = argument<{
  readonly rows: number;
  readonly inputs: number;
  readonly outputs: number;
  readonly task: 'peak' | 'forward' | 'dX' | 'dW';
  /** File of the module that measures it. */
  readonly peak: string;
}>();
const bytes = { peak: () => readFileSync(peak), relaxed: () => relaxed, simd: () => simd }[
  process.argv[3]!
]!();
if (!WebAssembly.validate(bytes)) leaveOut('not on this machine');
const module = new WebAssembly.Module(bytes);

/** A layer of the shape, with one below it that the gradient of its inputs goes to. */
function kernel(name: Exclude<typeof task, 'peak'>) {
  const net = { sizes: [4, inputs, outputs], optimizer: 'sgd', learningRate: 0, batch: rows } as const;
  const train = { inputs: new Float32Array(4 * rows), targets: new Int32Array(rows) };
  const plan = planTraining(stateOf(net), train, rows, optionsOf(net));
  const network = new DenseNetwork(module, plan.arena.allocate(), plan.layers);
  for (const { a, weights } of network.arrays) for (const array of [a, weights]) fill(array);
  const flow = new Gradients(network, plan.batch, plan.gradients);
  for (const dz of flow.dz) fill(dz);
  const [below, above] = plan.layers as [(typeof plan.layers)[0], (typeof plan.layers)[0]];
  const alone = new DenseNetwork(module, network.memory, [above]);
  const runs = {
    forward: () => alone.forward(below.a.address, below.stride, rows),
    dX: () => flow.below(1, rows),
    // Fused with the update; the settings are still 0, and so is the learning rate.
    dW: () => flow.weights(network.kernels.weightsSgd, 1, rows, plan.settings.address, 1),
  };
  return runs[name];
}

/** Numbers of an ordinary size. */
function fill(array: Float32Array) {
  for (let i = 0; i < array.length; i++) array[i] = ((i % 17) - 8) / 8;
}

if (task === 'peak') {
  const { run } = new WebAssembly.Instance(module).exports as { run(turns: number): number };
  const turns = 1e6;
  await serve(times => {
    for (let n = 0; n < times; n++) run(turns);
  }, flopsPerTurn * turns);
} else {
  const run = kernel(task);
  await serve(
    times => {
      for (let n = 0; n < times; n++) run();
    },
    2 * rows * inputs * outputs,
  );
}
