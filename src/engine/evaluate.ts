import { type ActivationStatistics, ActivationSums } from './activationStatistics';
import type { ActivationName } from './activations';
import { copyRows, type FloatArray, zerosLike } from './array';
import { confusion } from './confusion';
import { createBatch, type Examples, gather } from './examples';
import { type Loss, type LossName, losses, plainLoss, type Targets } from './losses';
import type { Network } from './network';
import { createWorkspace, forward } from './propagate';

export interface Evaluation {
  /** Mean over the samples; in nats for cross-entropy. */
  readonly loss: number;
  /** Fraction of samples whose predicted class is the true one; null for regression. */
  readonly accuracy: number | null;
  /** (samples): the loss of each, for classes its negative log-likelihood. */
  readonly sampleLosses: FloatArray;
  /** (samples, outputs), row-major: logits or predicted values. */
  readonly outputs: FloatArray;
  /** Null where nobody asked for it. */
  readonly statistics: EvaluationStatistics | null;
}

export interface EvaluationStatistics {
  /** One a layer. */
  readonly activations: readonly ActivationStatistics[];
  /** (classes, classes) counts, see `confusion`; null for regression, and where there are too many classes. */
  readonly confusion: number[][] | null;
}

/** The confusion of more classes is no figure to count each epoch. */
const maxConfusedClasses = 32;

/** Rows of one forward pass at most: enough to keep the loops long, few enough to keep the arrays in the cache. */
export const chunkRows = 256;

/** Whatever runs a network over a few samples; `values` and `activations` belong to it and are overwritten by the next run. */
export interface ForwardPass {
  /** Outputs of each layer. */
  readonly widths: readonly number[];
  /** Of each layer; null where it has none. */
  readonly activationNames: readonly (ActivationName | null)[];
  /** Samples that it takes at once. */
  readonly maxRows: number;
  /** @param start number of the first of `nRows` samples, which follow one another */
  run(start: number, nRows: number): void;
  /** Of a layer after its activation: rows of `width` numbers, `stride` numbers apart. */
  activations(layer: number): { readonly values: FloatArray; readonly stride: number };
}

/**
 * Runs the network over all samples without changing it. The loss is the plain one of its name, without label
 * smoothing and class weights: what they do to training is measured by what nobody smoothed or weighted.
 */
export function evaluate(
  network: Network,
  lossName: LossName,
  examples: Examples,
  withStatistics = false,
  withHistograms = false,
): Evaluation {
  const { layers } = network;
  const maxRows = Math.min(chunkRows, examples.targets.length);
  const workspace = createWorkspace(network, maxRows);
  const batch = createBatch(examples, maxRows, layers[0]!.weights);
  const rows = new Uint32Array(maxRows);
  const widths = layers.map(({ biases }) => biases.length);
  const pass: ForwardPass = {
    ...{ widths, maxRows },
    activationNames: layers.map(({ activation }) => activation),
    run(start, nRows) {
      for (let n = 0; n < nRows; n++) rows[n] = start + n;
      gather(batch, examples, rows.subarray(0, nRows));
      forward(network, workspace, batch, nRows, null);
    },
    activations: l => ({ values: workspace.layers[l]!.a, stride: widths[l]! }),
  };
  return evaluateBy(pass, lossName, examples, withStatistics, withHistograms);
}

export function evaluateBy(
  pass: ForwardPass,
  lossName: LossName,
  { targets }: Examples,
  withStatistics = false,
  withHistograms = false,
): Evaluation {
  const nSamples = targets.length;
  const nOutputs = pass.widths.at(-1)!;
  const outputs = zerosLike(pass.activations(0).values, nSamples * nOutputs);
  const sums = withStatistics ? new ActivationSums(pass, nSamples, withHistograms) : null;
  for (let start = 0; start < nSamples; start += pass.maxRows) {
    const nRows = Math.min(pass.maxRows, nSamples - start);
    pass.run(start, nRows);
    sums?.add(start, nRows);
    const last = pass.activations(pass.widths.length - 1);
    copyRows(outputs.subarray(start * nOutputs), nOutputs, last.values, last.stride, nOutputs, nRows);
  }
  const sampleLosses = zerosLike(outputs, nSamples);
  const arrays = { outputs, targets, sampleLosses, dOutputs: null };
  const loss: Loss = losses[lossName];
  const isClass = loss.predicts === 'class';
  return {
    loss: loss.compute(arrays, nSamples, nOutputs, plainLoss),
    accuracy: isClass ? countCorrect(lossName, outputs, targets, nSamples, nOutputs) / nSamples : null,
    sampleLosses,
    outputs,
    statistics: sums && {
      activations: sums.statistics(),
      confusion:
        isClass && nOutputs <= maxConfusedClasses ? confusion(loss, outputs, targets, nOutputs) : null,
    },
  };
}

/** Number of rows whose predicted class is the target; 0 where numbers are predicted. */
export function countCorrect(
  lossName: LossName,
  outputs: FloatArray,
  targets: Targets,
  nRows: number,
  nOutputs: number,
): number {
  const loss: Loss = losses[lossName];
  if (loss.predicts === 'number') return 0;
  let correct = 0;
  for (let n = 0; n < nRows; n++) if (loss.predict(outputs, n * nOutputs, nOutputs) === targets[n]) correct++;
  return correct;
}
