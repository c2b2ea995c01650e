import { evaluateBy } from '../evaluate';
import type { Examples } from '../examples';
import type { KernelName, Trainer } from '../kernel';
import type { Network } from '../network';
import type { LayerStatistics } from '../statistics';
import type { Step, StepOptions } from '../step';
import { Crew } from '../threads/crew';
import type { TrainingState } from '../trainingState';
import { integers } from './arena';
import { Batch } from './batch';
import { CallRecorder } from './callRecorder';
import { clippedUpdate } from './clippedUpdate';
import { forwardPass } from './forwardPass';
import { fusedOptimizer } from './fusedOptimizers';
import { Gradients } from './gradients';
import type { PlacedNetwork } from './network';
import { fusedCrossEntropy, isPlainCrossEntropy, referenceLoss } from './outputLoss';
import { placed, placedParameters } from './placement';
import { TableTraining } from './tableTraining';
import type { TrainingPlan } from './trainingPlan';
import { fusedUpdate, referenceUpdate } from './updates';

/**
 * A training state whose parameters live in the memory of a module of kernels.
 * @param caller that makes their calls: divided among threads, or many at once
 */
export function createWasmTrainer(
  kernel: KernelName,
  network: PlacedNetwork,
  caller: Crew | CallRecorder,
  plan: TrainingPlan,
  state: TrainingState,
  train: Examples,
  options: StepOptions,
): Trainer {
  const { kernels, memory, tables } = network;
  const crew = caller instanceof Crew ? caller : null;
  const recorder = caller instanceof CallRecorder ? caller : null;
  const batch = new Batch(kernels, memory, plan.batch, train);
  const tableTraining = plan.tables.map(
    (each, t) => new TableTraining(kernels, memory, tables, plan.network.input.tables[t]!, each),
  );
  const gradients = new Gradients(network, plan.batch, plan.gradients, plan.dx, tableTraining);
  const outputLoss = isPlainCrossEntropy(options)
    ? fusedCrossEntropy(network, plan.gradients.at(-1)!.dz, plan.loss, plan.batch.targets)
    : referenceLoss(network, gradients.dz.at(-1)!, options, batch.targets);
  const chooseUpdate = () => {
    const fused = fusedOptimizer(options);
    const kernelUpdate = options.gradientClipNorm > 0 ? clippedUpdate : fusedUpdate;
    return fused
      ? kernelUpdate(network, gradients, plan.settings, fused, options)
      : referenceUpdate(network, gradients, plan.nSlots, options);
  };
  // The options of a step may change between two; of those that may, this one alone decides who updates.
  let { gradientClipNorm } = options;
  let update = chooseUpdate();
  const parameters = placedParameters(network, state);
  const slots = Array.from({ length: plan.nSlots }, (_, s) => {
    const live = { tables: tableTraining.map(table => table.slots[s]!), layers: gradients.beside(1 + s) };
    const saved = state.slots.map(each => each[s]!);
    return placed(plan.network, state, saved, live);
  }).flat();
  for (const stored of [...parameters, ...slots]) stored.pack();
  const generator = integers(memory, plan.network.generator);
  const hasDropout = state.layers.some(({ dropout }) => dropout > 0);

  const isPassInKernels = network.isInKernels && outputLoss.isInKernels;

  const step: Step = (rows, learningRate, withStatistics, withHistograms = false) => {
    const { progress } = state;
    const nRows = rows.length;
    let statistics: LayerStatistics[] | null = null;
    /** From the chosen samples to the updated parameters. */
    const compute = () => {
      batch.gather(nRows);
      network.forward(nRows, true);
      outputLoss.compute(nRows);
      statistics = update.apply(nRows, learningRate, progress.step + 1, withStatistics, withHistograms);
    };
    if (options.gradientClipNorm !== gradientClipNorm) {
      gradientClipNorm = options.gradientClipNorm;
      update = chooseUpdate();
      recorder?.forget();
    }
    batch.choose(rows);
    update.prepare(learningRate, progress.step + 1);
    if (hasDropout) generator.set(progress.dropout.words);
    if (recorder && isPassInKernels && update.isInKernels && !withStatistics) recorder.run(nRows, compute);
    else compute();
    if (hasDropout) progress.dropout = { ...progress.dropout, words: wordsOf(generator) };
    return { loss: outputLoss.mean(nRows), nCorrect: outputLoss.nCorrect(), statistics };
  };
  const unpacked = (): Network => {
    for (const stored of parameters) stored.unpack();
    return state;
  };
  return {
    kernel,
    get nThreads() {
      return crew?.count ?? 1;
    },
    step: crew?.joining(step) ?? step,
    evaluate: (examples, ...asked) =>
      evaluateBy(forwardPass(network, plan.batch, examples), options.loss, examples, ...asked),
    network: unpacked,
    state() {
      unpacked();
      for (const stored of slots) stored.unpack();
      return state;
    },
    close: async () => crew?.close(),
  };
}

const wordsOf = ([a, b, c, counter]: Int32Array) => [a!, b!, c!, counter!] as const;
