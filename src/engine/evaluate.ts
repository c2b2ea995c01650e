import { copyRows, type FloatArray, zerosLike } from './array';
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
  /** One a layer: fraction of units that are 0 for every sample. */
  readonly zeroFractions: readonly number[];
}

/** Rows of one forward pass at most: enough to keep the loops long, few enough to keep the arrays in the cache. */
export const chunkRows = 256;

/** Whatever runs a network over a few samples; `values` and `activations` belong to it and are overwritten by the next run. */
export interface ForwardPass {
  /** Outputs of each layer. */
  readonly widths: readonly number[];
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
export function evaluate(network: Network, lossName: LossName, examples: Examples): Evaluation {
  const { layers } = network;
  const maxRows = Math.min(chunkRows, examples.targets.length);
  const workspace = createWorkspace(network, maxRows);
  const batch = createBatch(examples, maxRows, layers[0]!.weights);
  const rows = new Uint32Array(maxRows);
  const widths = layers.map(({ biases }) => biases.length);
  const pass: ForwardPass = {
    ...{ widths, maxRows },
    run(start, nRows) {
      for (let n = 0; n < nRows; n++) rows[n] = start + n;
      gather(batch, examples, rows.subarray(0, nRows));
      forward(network, workspace, batch, nRows, null);
    },
    activations: l => ({ values: workspace.layers[l]!.a, stride: widths[l]! }),
  };
  return evaluateBy(pass, lossName, examples);
}

export function evaluateBy(pass: ForwardPass, lossName: LossName, { targets }: Examples): Evaluation {
  const nSamples = targets.length;
  const nOutputs = pass.widths.at(-1)!;
  const outputs = zerosLike(pass.activations(0).values, nSamples * nOutputs);
  const active = pass.widths.map(width => new Uint8Array(width));
  for (let start = 0; start < nSamples; start += pass.maxRows) {
    const nRows = Math.min(pass.maxRows, nSamples - start);
    pass.run(start, nRows);
    for (const [l, units] of active.entries()) markActive(units, pass.activations(l), nRows);
    const last = pass.activations(pass.widths.length - 1);
    copyRows(outputs.subarray(start * nOutputs), nOutputs, last.values, last.stride, nOutputs, nRows);
  }
  const sampleLosses = zerosLike(outputs, nSamples);
  const arrays = { outputs, targets, sampleLosses, dOutputs: null };
  const { compute, predicts } = losses[lossName];
  const loss = compute(arrays, nSamples, nOutputs, plainLoss);
  return {
    loss,
    accuracy:
      predicts === 'class' ? countCorrect(lossName, outputs, targets, nSamples, nOutputs) / nSamples : null,
    sampleLosses,
    outputs,
    zeroFractions: active.map(units => units.filter(unit => unit === 0).length / units.length),
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

function markActive(
  units: Uint8Array,
  { values, stride }: ReturnType<ForwardPass['activations']>,
  nRows: number,
) {
  for (let n = 0; n < nRows; n++)
    for (let unit = 0; unit < units.length; unit++) if (values[n * stride + unit] !== 0) units[unit] = 1;
}
