import { norm, zerosLike } from './array';
import { countCorrect } from './evaluate';
import { createBatch, type Examples, gather } from './examples';
import { EvenSample } from './histogram';
import { type LossName, type LossSettings, losses } from './losses';
import type { OptimizerName, OptimizerSettings } from './optimizers';
import { backward, createWorkspace, forward, type Workspace } from './propagate';
import { Random } from './random';
import { type GradientStatistics, type LayerStatistics, layerStatistics } from './statistics';
import type { TrainingState } from './trainingState';
import { updatedParameters, updateParameters } from './update';

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

/** One update on the samples `rows`; statistics, and the histograms among them, are only computed when asked for. */
export type Step = (
  rows: Uint32Array,
  learningRate: number,
  withStatistics: boolean,
  withHistograms?: boolean,
) => StepResult;

/** Binds the arrays of a step, allocated once, to the state that it updates. */
export function createStep(
  state: TrainingState,
  examples: Examples,
  batchSize: number,
  options: StepOptions,
): Step {
  const { layers, slots, progress } = state;
  const batch = createBatch(examples, batchSize, layers[0]!.weights);
  const sampleLosses = zerosLike(layers[0]!.weights, batchSize);
  const workspace = createWorkspace(state, batchSize);
  const parameters = updatedParameters(state, workspace, slots);
  const nOutputs = layers.at(-1)!.biases.length;
  const dOutputs = workspace.layers.at(-1)!.dz;

  return (rows, learningRate, withStatistics, withHistograms = false) => {
    const random = new Random(progress.dropout);
    gather(batch, examples, rows);
    const outputs = forward(state, workspace, batch, rows.length, random);
    progress.dropout = random.state;
    const arrays = { outputs, targets: batch.targets, sampleLosses, dOutputs };
    const loss = losses[options.loss].compute(arrays, rows.length, nOutputs, options);
    const nCorrect = countCorrect(options.loss, outputs, batch.targets, rows.length, nOutputs);
    backward(state, workspace, batch, rows.length);
    const before = withStatistics
      ? layers.map(({ weights }, l) => ({
          weights: weights.slice(),
          gradient: gradientStatistics(workspace, l, withHistograms),
        }))
      : null;
    updateParameters(parameters, options, learningRate, progress.step + 1);
    const statistics =
      before?.map(({ weights, gradient }, l) => layerStatistics([weights], [layers[l]!.weights], gradient)) ??
      null;
    return { loss, nCorrect, statistics };
  };
}

/** Of the weights of a layer; those of the first one end with the categories. */
function gradientStatistics(
  { input: { categories }, layers }: Workspace,
  l: number,
  withHistogram: boolean,
): GradientStatistics {
  const { weights, biases } = layers[l]!.d;
  const chosen =
    l === 0 && categories ? categories.d.subarray(0, categories.touched.rows.length * biases.length) : null;
  const gradientNorm = chosen ? Math.hypot(norm(weights), norm(chosen)) : norm(weights);
  if (!withHistogram) return { gradientNorm };
  const width = biases.length;
  const parts = chosen ? [weights, chosen] : [weights];
  const sample = new EvenSample(weights, parts.reduce((sum, { length }) => sum + length, 0) / width, width);
  for (const part of parts) for (let row = 0; row < part.length; row += width) sample.addRow(part, row);
  return { gradientNorm, gradientHistogram: sample.histogram() };
}
