import { chunkRows, evaluate, evaluateBy } from '../evaluate';
import type { Kernel, KernelName } from '../kernel';
import { Crew } from '../threads/crew';
import { Arena, maxMemoryBytes } from './arena';
import { planBatch } from './batch';
import { CallRecorder } from './callRecorder';
import { instantiate } from './exports';
import { forwardPass } from './forwardPass';
import { PlacedNetwork, planNetwork } from './network';
import { packNetwork } from './placement';
import { isSparse } from './sparsePlan';
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
      planTraining(state, train, batchSize, options).arena.sizeBytes <= maxMemoryBytes,
    createTrainer(state, train, batchSize, options, threads = null) {
      const plan = planTraining(state, train, batchSize, options);
      const memory = plan.arena.allocate(threads !== null);
      const caller = threads
        ? new Crew(sharedModule(), memory, threads)
        : new CallRecorder(instantiate(module, memory), memory, plan.calls);
      const network = new PlacedNetwork(caller.kernels, memory, plan.network, plan.batch);
      return createWasmTrainer(name, network, caller, plan, state, train, options);
    },
    evaluate(network, lossName, examples) {
      const arena = new Arena();
      const nSamples = examples.targets.length;
      const nRows = Math.min(chunkRows, nSamples);
      const plan = planNetwork(arena, network, nRows, isSparse(network, examples, nRows));
      const batch = planBatch(arena, examples, plan.input, nRows, false);
      if (arena.sizeBytes > maxMemoryBytes) return evaluate(network, lossName, examples);
      const memory = arena.allocate();
      const { kernels } = instantiate(module, memory);
      const dense = new PlacedNetwork(kernels, memory, plan, batch);
      packNetwork(dense, network);
      return evaluateBy(forwardPass(dense, batch, examples), lossName, examples);
    },
  };
}
