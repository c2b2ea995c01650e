import { chunkRows, evaluate, evaluateBy } from '../evaluate';
import type { Kernel, KernelName } from '../kernel';
import { Crew } from '../threads/crew';
import { Arena, maxMemoryBytes } from './arena';
import { planBatch } from './batch';
import { instantiate } from './exports';
import { forwardPass } from './forwardPass';
import { DenseNetwork, planLayers } from './network';
import { packLayers } from './panels';
import { createWasmTrainer } from './trainer';
import { planTraining } from './trainingPlan';

/**
 * A module of kernels as a Kernel.
 * @param sharedModule gives the same kernels for a memory that threads share
 */
export function wasmKernel(
  name: KernelName,
  module: WebAssembly.Module,
  sharedModule: () => WebAssembly.Module,
): Kernel {
  return {
    name,
    canTrain: (state, train, batchSize, options) =>
      planTraining(state.layers, train, batchSize, options).arena.sizeBytes <= maxMemoryBytes,
    createTrainer(state, train, batchSize, options, threads = null) {
      const plan = planTraining(state.layers, train, batchSize, options);
      const memory = plan.arena.allocate(threads !== null);
      const crew = threads && new Crew(sharedModule(), memory, threads);
      const network = new DenseNetwork(crew?.kernels ?? instantiate(module, memory), memory, plan.layers);
      return createWasmTrainer(name, network, crew, plan, state, train, options);
    },
    evaluate(layers, lossName, examples) {
      const arena = new Arena();
      const nSamples = examples.targets.length;
      const nRows = Math.min(chunkRows, nSamples);
      const plan = planLayers(arena, layers, nRows);
      const batch = planBatch(arena, examples.inputs.length / nSamples, nRows, 0);
      if (arena.sizeBytes > maxMemoryBytes) return evaluate(layers, lossName, examples);
      const memory = arena.allocate();
      const network = new DenseNetwork(instantiate(module, memory), memory, plan);
      const shapes = plan.map(({ shape }) => shape);
      packLayers(network.arrays, layers, shapes);
      return evaluateBy(forwardPass(network, batch), lossName, examples);
    },
  };
}
