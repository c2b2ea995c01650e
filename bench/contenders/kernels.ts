// One kernel alone: `kernels.mjs {rows, inputs, outputs, task, peak} KERNEL`; counts floating-point operations.
import { readFileSync } from 'node:fs';
import { Arena } from '../../src/engine/wasm/arena';
import { planBatch } from '../../src/engine/wasm/batch';
import { Gradients, planGradients } from '../../src/engine/wasm/gradients';
import { DenseNetwork, planLayers } from '../../src/engine/wasm/network';
import relaxed from '../../src/engine/wasm/relaxed.wasm';
import simd from '../../src/engine/wasm/simd.wasm';
import { settingsLength } from '../../src/engine/wasm/updates';
import { flopsPerTurn } from '../lib/peak.mjs';
import { argument, leaveOut, serve } from './slices';

const { rows, inputs, outputs, task, peak } = argument<{
  readonly rows: number;
  readonly inputs: number;
  readonly outputs: number;
  readonly task: 'peak' | 'forward' | 'dX' | 'dW';
  /** File of the module that measures it. */
  readonly peak: string;
}>();
const bytes = { peak: () => readFileSync(peak), relaxed: () => relaxed, simd: () => simd }[process.argv[3]!]!();
if (!WebAssembly.validate(bytes)) leaveOut('not on this machine');
const module = new WebAssembly.Module(bytes);

/** A layer of the shape, with one below it that the gradient of its inputs goes to. */
function kernel(name: Exclude<typeof task, 'peak'>) {
  const arena = new Arena();
  const layer = (nInputs: number, nOutputs: number, activation: 'relu' | null) => ({
    weights: new Float32Array(nInputs * nOutputs),
    biases: new Float32Array(nOutputs),
    activation,
  });
  const layers = planLayers(arena, [layer(4, inputs, 'relu'), layer(inputs, outputs, null)], rows);
  const gradients = planGradients(arena, layers, 0);
  const batch = planBatch(arena, 4, rows, rows);
  const settings = arena.reserve(settingsLength);
  const network = new DenseNetwork(module, arena.allocate(), layers);
  for (const { a, weights } of network.arrays) for (const array of [a, weights]) fill(array);
  const flow = new Gradients(network, batch, gradients);
  for (const dz of flow.dz) fill(dz);
  const [below, above] = layers as [(typeof layers)[0], (typeof layers)[0]];
  const alone = new DenseNetwork(module, network.memory, [above]);
  const runs = {
    forward: () => alone.forward(below.a.address, below.stride, rows),
    dX: () => flow.below(1, rows),
    // Fused with the update, at a learning rate of 0.
    dW: () => flow.weights(network.kernels.weightsSgd, 1, rows, settings.address, 1),
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
  await serve(times => {
    for (let n = 0; n < times; n++) run();
  }, 2 * rows * inputs * outputs);
}
