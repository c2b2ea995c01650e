import { norm, zerosLike } from './array';
import { countCorrect } from './evaluate';
import { createBatch, type Examples, gather } from './examples';
import { type LossName, type LossSettings, losses } from './losses';
import type { OptimizerName, OptimizerSettings } from './optimizers';
import { backward, createWorkspace, forward, type Workspace } from './propagate';
import { Random } from './random';
import { type LayerStatistics, layerStatistics } from './statistics';
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

/** One update on the samples `rows`; statistics are only computed when asked for. */
export type Step = (rows: Uint32Array, learningRate: number, withStatistics: boolean) => StepResult;

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

  return (rows, learningRate, withStatistics) => {
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
          d: gradientNorm(workspace, l),
        }))
      : null;
    updateParameters(parameters, options, learningRate, progress.step + 1);
    const statistics =
      before?.map(({ weights, d }, l) => layerStatistics([weights], [layers[l]!.weights], d)) ?? null;
    return { loss, nCorrect, statistics };
  };
}

/** Of the weights of a layer; those of the first one end with the categories. */
function gradientNorm({ input: { categories }, layers }: Workspace, l: number): number {
  const dense = norm(layers[l]!.d.weights);
  if (l > 0 || !categories) return dense;
  const { d, table, touched } = categories;
  return Math.hypot(dense, norm(d.subarray(0, touched.rows.length * table.width)));
}
