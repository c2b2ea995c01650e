import { chunkRows, evaluate, evaluateBy } from '../evaluate';
import type { Kernel, KernelName } from '../kernel';
import { Arena, maxMemoryBytes } from './arena';
import { planBatch } from './batch';
import { instantiate } from './exports';
import { forwardPass } from './forwardPass';
import { DenseNetwork, planNetwork } from './network';
import { packNetwork } from './placement';
import { createWasmTrainer } from './trainer';
import { planTraining } from './trainingPlan';

/** A module of kernels as a Kernel. */
export function wasmKernel(name: KernelName, module: WebAssembly.Module): Kernel {
  return {
    name,
    canTrain: (state, train, batchSize, options) =>
      planTraining(state, train, batchSize, options).arena.sizeBytes <= maxMemoryBytes,
    createTrainer(state, train, batchSize, options) {
      const plan = planTraining(state, train, batchSize, options);
      return createWasmTrainer(name, module, plan, state, train, options);
    },
    evaluate(network, lossName, examples) {
      const arena = new Arena();
      const nSamples = examples.targets.length;
      const nRows = Math.min(chunkRows, nSamples);
      const plan = planNetwork(arena, network, nRows);
      const batch = planBatch(arena, examples, plan.input, nRows, false);
      if (arena.sizeBytes > maxMemoryBytes) return evaluate(network, lossName, examples);
      const memory = arena.allocate();
      const { kernels } = instantiate(module, memory);
      const dense = new DenseNetwork(kernels, memory, plan, batch, network);
      packNetwork(dense, network);
      return evaluateBy(forwardPass(dense, batch, examples), lossName, examples);
    },
  };
}
