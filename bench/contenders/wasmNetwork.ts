// A network in the memory of a module, to run parts of a step alone.
import type { Examples } from '../../src/engine/examples';
import type { TrainingState } from '../../src/engine/trainingState';
import { instantiate } from '../../src/engine/wasm/exports';
import { Gradients } from '../../src/engine/wasm/gradients';
import { PlacedNetwork } from '../../src/engine/wasm/network';
import relaxed from '../../src/engine/wasm/relaxed.wasm';
import simd from '../../src/engine/wasm/simd.wasm';
import { planTraining } from '../../src/engine/wasm/trainingPlan';
import { leaveOut } from './slices';
import { optionsOf } from './training';

const modules = { relaxed, simd };

/** The module of that name, or the fastest one. */
export function moduleOf(name: keyof typeof modules | 'fastest'): WebAssembly.Module {
  const bytes = name === 'fastest' ? [relaxed, simd].find(each => WebAssembly.validate(each)) : modules[name];
  if (!bytes || !WebAssembly.validate(bytes)) return leaveOut('not on this machine');
  return new WebAssembly.Module(bytes);
}

/** Its weights and gradients are 0, its products dense. */
export function wasmNetwork(
  module: WebAssembly.Module,
  state: TrainingState,
  train: Examples,
  batch: number,
) {
  const options = optionsOf({ optimizer: 'sgd', learningRate: 0, batch });
  const plan = planTraining(state, train, batch, options, false);
  const memory = plan.arena.allocate();
  const { kernels } = instantiate(module, memory);
  const network = new PlacedNetwork(kernels, memory, plan.network, plan.batch);
  return { plan, network, gradients: new Gradients(network, plan.batch, plan.gradients, plan.dx, []) };
}
