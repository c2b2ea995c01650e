import { type FloatArray, norm, zerosLike } from './array';
import { clipByNorm } from './clip';
import type { DenseParameters } from './dense';
import { countCorrect, type Examples } from './evaluate';
import { type LossName, type LossSettings, losses, type Targets } from './losses';
import { backward, createWorkspace, forward } from './network';
import { type Optimizer, type OptimizerName, type OptimizerSettings, optimizers } from './optimizers';
import { type LayerStatistics, layerStatistics } from './statistics';
import { parameters, type TrainingState } from './trainingState';

export interface StepOptions extends Omit<OptimizerSettings, 'learningRate'>, LossSettings {
  readonly loss: LossName;
  readonly optimizer: OptimizerName;
  /**
   * λ of the penalty ½ λ ‖W‖² that is added to the mean loss, or of the shrinking by 1 − η λ where the optimizer
   * decouples it; weights only, never biases.
   */
  readonly weightDecay: number;
  /** Largest norm of the gradient of the mean loss over all parameters, before any penalty is added; 0 is no limit. */
  readonly gradientClipNorm: number;
}

export interface StepResult {
  /** Mean over the batch that the step descends, before the update and without the penalty. */
  readonly loss: number;
  readonly nCorrect: number;
  readonly statistics: LayerStatistics[] | null;
}

/** One update on the samples `rows`; statistics are only computed when asked for. */
export type Step = (rows: Uint32Array, learningRate: number, withStatistics: boolean) => StepResult;

/** Binds the arrays of a step, allocated once, to the state that it updates. */
export function createStep(
  { layers, slots, progress }: TrainingState,
  { inputs, targets }: Examples,
  batchSize: number,
  options: StepOptions,
): Step {
  const nOutputs = layers.at(-1)!.biases.length;
  const nInputs = inputs.length / targets.length;
  const batch = {
    inputs: zerosLike(inputs, batchSize * nInputs),
    targets: targets.slice(0, batchSize),
    sampleLosses: zerosLike(layers[0]!.weights, batchSize),
  };
  const workspace = createWorkspace(layers, batchSize);
  const dOutputs = workspace.dz.at(-1)!;

  return (rows, learningRate, withStatistics) => {
    gather(batch.inputs, batch.targets, inputs, targets, rows);
    const outputs = forward(layers, workspace, batch.inputs, rows.length);
    const arrays = { ...batch, outputs, dOutputs };
    const loss = losses[options.loss].compute(arrays, rows.length, nOutputs, options);
    const nCorrect = countCorrect(options.loss, outputs, batch.targets, rows.length, nOutputs);
    backward(layers, workspace, batch.inputs, rows.length);
    const before = withStatistics
      ? layers.map(({ weights }, l) => ({ weights: weights.slice(), d: norm(workspace.d[l]!.weights) }))
      : null;
    updateParameters(layers, workspace.d, slots, options, learningRate, progress.step + 1);
    const statistics =
      before?.map(({ weights, d }, l) => layerStatistics(weights, layers[l]!.weights, d)) ?? null;
    return { loss, nCorrect, statistics };
  };
}

/**
 * One update of all parameters, whatever the order of the numbers in their arrays, as long as it is the same in all.
 * @param d     gradients of the mean loss, overwritten
 * @param slots arrays of the optimizer, of the weights and then the biases of each layer
 * @param step  number of this update, from 1
 */
export function updateParameters(
  layers: readonly DenseParameters[],
  d: readonly DenseParameters[],
  slots: TrainingState['slots'],
  options: StepOptions,
  learningRate: number,
  step: number,
) {
  const { weightDecay, gradientClipNorm } = options;
  const optimizer: Optimizer = optimizers[options.optimizer];
  const settings = { ...options, learningRate };
  const gradients = parameters(d);
  if (gradientClipNorm > 0) clipByNorm(gradients, gradientClipNorm);
  if (optimizer.decouplesWeightDecay) shrink(layers, 1 - learningRate * weightDecay);
  else addPenalty(layers, d, weightDecay);
  for (const [p, parameter] of parameters(layers).entries())
    optimizer.update(parameter, gradients[p]!, slots[p]!, settings, step);
}

/** Copies the samples `rows` to the front of the batch arrays. */
function gather(x: FloatArray, y: Targets, inputs: FloatArray, targets: Targets, rows: Uint32Array) {
  const nInputs = inputs.length / targets.length;
  for (let n = 0; n < rows.length; n++) {
    const row = rows[n]!;
    x.set(inputs.subarray(row * nInputs, (row + 1) * nInputs), n * nInputs);
    y[n] = targets[row]!;
  }
}

/** The gradient of ½ λ ‖W‖² is λ W. */
function addPenalty(layers: readonly DenseParameters[], d: readonly DenseParameters[], weightDecay: number) {
  if (weightDecay === 0) return;
  for (const [l, { weights }] of layers.entries()) {
    const gradient = d[l]!.weights;
    for (let i = 0; i < weights.length; i++) gradient[i]! += weightDecay * weights[i]!;
  }
}

function shrink(layers: readonly DenseParameters[], factor: number) {
  if (factor === 1) return;
  for (const { weights } of layers) for (let i = 0; i < weights.length; i++) weights[i]! *= factor;
}
