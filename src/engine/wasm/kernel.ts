import { chunkRows, evaluate, evaluateBy } from '../evaluate';
import type { Kernel, KernelName } from '../kernel';
import type { Network } from '../network';
import { Arena, maxMemoryBytes } from './arena';
import { planBatch } from './batch';
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
      isDense(state) && planTraining(state, train, batchSize, options).arena.sizeBytes <= maxMemoryBytes,
    createTrainer(state, train, batchSize, options) {
      const plan = planTraining(state, train, batchSize, options);
      return createWasmTrainer(name, module, plan, state, train, options);
    },
    evaluate(network, lossName, examples) {
      if (!isDense(network)) return evaluate(network, lossName, examples);
      const arena = new Arena();
      const nSamples = examples.targets.length;
      const nRows = Math.min(chunkRows, nSamples);
      const plan = planLayers(arena, network.layers, nRows);
      const batch = planBatch(arena, examples, nRows, false);
      if (arena.sizeBytes > maxMemoryBytes) return evaluate(network, lossName, examples);
      const dense = new DenseNetwork(module, arena.allocate(), plan);
      const shapes = plan.map(({ shape }) => shape);
      packLayers(dense.arrays, network.layers, shapes);
      return evaluateBy(forwardPass(dense, batch, examples), lossName, examples);
    },
  };
}

/** What the kernels know so far: layers without normalization and dropout, on numbers alone. */
const isDense = ({ embeddings, categories, layers }: Network) =>
  embeddings.length === 0 &&
  !categories &&
  layers.every(layer => !layer.normalization && layer.dropout === 0);
