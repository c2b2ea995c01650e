import { evaluateBy } from '../evaluate';
import type { Examples } from '../examples';
import type { KernelName, Trainer } from '../kernel';
import type { Network } from '../network';
import type { LayerStatistics } from '../statistics';
import type { Step, StepOptions } from '../step';
import type { TrainingState } from '../trainingState';
import { Batch } from './batch';
import { instantiate } from './exports';
import { forwardPass } from './forwardPass';
import { fusedOptimizer } from './fusedOptimizers';
import { Gradients } from './gradients';
import { DenseNetwork } from './network';
import { fusedCrossEntropy, isPlainCrossEntropy, referenceLoss } from './outputLoss';
import { packLayers, unpackLayers } from './panels';
import { Recorder } from './recorder';
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
  const memory = plan.arena.allocate();
  const recorder = new Recorder(instantiate(module, memory), memory, plan.calls);
  const network = new DenseNetwork(recorder.kernels, memory, plan.layers);
  const batch = new Batch(network.kernels, memory, plan.batch, train);
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

  /** From the chosen samples to the updated parameters. */
  const compute = (nRows: number, withStatistics: boolean) => {
    batch.gather(nRows);
    network.forward(plan.batch.inputs.address, plan.batch.stride, nRows);
    outputLoss.compute(nRows);
    return update.apply(nRows, withStatistics);
  };
  const isInKernels = [network, outputLoss, update].every(part => part.isInKernels);
  const step: Step = (rows, learningRate, withStatistics) => {
    const nRows = rows.length;
    batch.choose(rows);
    update.prepare(learningRate, state.progress.step + 1);
    let statistics: LayerStatistics[] | null = null;
    if (isInKernels && !withStatistics) recorder.run(nRows, () => compute(nRows, false));
    else statistics = compute(nRows, withStatistics);
    return { loss: outputLoss.mean(nRows), nCorrect: outputLoss.nCorrect(), statistics };
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
