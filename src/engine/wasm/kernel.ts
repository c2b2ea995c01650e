import { chunkRows, evaluate, evaluateBy } from '../evaluate';
import type { Kernel, KernelName } from '../kernel';
import { Arena, maxMemoryBytes } from './arena';
import { planBatch } from './batch';
import { instantiate } from './exports';
import { forwardPass } from './forwardPass';
import { DenseNetwork, planLayers } from './network';
import { packLayers } from './panels';
import { createWasmTrainer } from './trainer';
import { planTraining } from './trainingPlan';

/** A module of kernels as a Kernel. */
export function wasmKernel(name: KernelName, module: WebAssembly.Module): Kernel {
  return {
    name,
    canTrain: (state, train, batchSize, options) =>
      planTraining(state.layers, train, batchSize, options).arena.sizeBytes <= maxMemoryBytes,
    createTrainer(state, train, batchSize, options) {
      const plan = planTraining(state.layers, train, batchSize, options);
      return createWasmTrainer(name, module, plan, state, train, options);
    },
    evaluate(layers, lossName, examples) {
      const arena = new Arena();
      const nSamples = examples.targets.length;
      const nRows = Math.min(chunkRows, nSamples);
      const plan = planLayers(arena, layers, nRows);
      const batch = planBatch(arena, examples.inputs.length / nSamples, nRows, 0);
      if (arena.sizeBytes > maxMemoryBytes) return evaluate(layers, lossName, examples);
      const memory = arena.allocate();
      const network = new DenseNetwork(instantiate(module, memory).kernels, memory, plan);
      const shapes = plan.map(({ shape }) => shape);
      packLayers(network.arrays, layers, shapes);
      return evaluateBy(forwardPass(network, batch), lossName, examples);
    },
  };
}
