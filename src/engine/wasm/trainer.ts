import { evaluateBy } from '../evaluate';
import type { Examples } from '../examples';
import type { KernelName, Trainer } from '../kernel';
import type { Network } from '../network';
import type { Step, StepOptions } from '../step';
import type { TrainingState } from '../trainingState';
import { Batch } from './batch';
import { forwardPass } from './forwardPass';
import { fusedOptimizer } from './fusedOptimizers';
import { Gradients } from './gradients';
import { DenseNetwork } from './network';
import { fusedCrossEntropy, isPlainCrossEntropy, referenceLoss } from './outputLoss';
import { packLayers, unpackLayers } from './panels';
import type { TrainingPlan } from './trainingPlan';
import { fusedUpdate, referenceUpdate } from './updates';

/** A training state whose parameters live in the memory of a module of kernels. */
export function createWasmTrainer(
  kernel: KernelName,
  module: WebAssembly.Module,
  plan: TrainingPlan,
  state: TrainingState,
  train: Examples,
  options: StepOptions,
): Trainer {
  const network = new DenseNetwork(module, plan.arena.allocate(), plan.layers);
  const batch = new Batch(network.kernels, network.memory, plan.batch, train);
  const gradients = new Gradients(network, plan.batch, plan.gradients);
  const outputLoss = isPlainCrossEntropy(options)
    ? fusedCrossEntropy(network, plan.gradients.at(-1)!.dz, plan.loss, plan.batch.targets)
    : referenceLoss(network, gradients.dz.at(-1)!, options, batch.targets);
  const fused = fusedOptimizer(options);
  const update = fused
    ? fusedUpdate(network, gradients, plan.settings, fused, options)
    : referenceUpdate(network, gradients, plan.nSlots, options);
  const shapes = plan.layers.map(({ shape }) => shape);
  /** Where the kernels keep an array, beside where the state keeps it: parameters, then each slot of the optimizer. */
  const slots = Array.from({ length: plan.nSlots }, (_, s) => ({
    live: gradients.beside(1 + s),
    saved: state.layers.map((_, l) => ({
      weights: state.slots[2 * l]![s]!,
      biases: state.slots[2 * l + 1]![s]!,
    })),
  }));

  packLayers(network.arrays, state.layers, shapes);
  for (const { live, saved } of slots) packLayers(live, saved, shapes);

  const step: Step = (rows, learningRate, withStatistics) => {
    batch.gather(rows);
    network.forward(plan.batch.inputs.address, plan.batch.stride, rows.length);
    const loss = outputLoss.loss(rows.length);
    const nCorrect = outputLoss.nCorrect();
    const statistics = update(rows.length, learningRate, state.progress.step + 1, withStatistics);
    return { loss, nCorrect, statistics };
  };
  const unpacked = (): Network => {
    unpackLayers(state.layers, network.arrays, shapes);
    return state;
  };
  return {
    kernel,
    step,
    evaluate: examples => evaluateBy(forwardPass(network, plan.batch, examples), options.loss, examples),
    network: unpacked,
    state() {
      unpacked();
      for (const { live, saved } of slots) unpackLayers(saved, live, shapes);
      return state;
    },
  };
}
