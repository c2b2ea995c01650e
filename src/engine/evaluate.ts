import { argMax, type FloatArray, zerosLike } from './array';
import { type LossName, losses, plainLoss, type Targets } from './losses';
import { createWorkspace, forward, type Layer } from './network';

/** Samples ready for the network. */
export interface Examples {
  /** (samples, inputs), row-major. */
  readonly inputs: FloatArray;
  /** (samples). */
  readonly targets: Targets;
}

export interface Evaluation {
  /** Mean over the samples; in nats for cross-entropy. */
  readonly loss: number;
  /** Fraction of samples whose largest logit is the true class; null for regression. */
  readonly accuracy: number | null;
  /** (samples): the loss of each, for classes its negative log-likelihood. */
  readonly sampleLosses: FloatArray;
  /** (samples, outputs), row-major: logits or predicted values. */
  readonly outputs: FloatArray;
  /** One a layer: fraction of units that are 0 for every sample. */
  readonly zeroFractions: readonly number[];
}

/** Rows of one forward pass: enough to keep the loops long, few enough to keep the arrays in the cache. */
export const chunkRows = 256;

/**
 * Runs the network over all samples without changing it. The loss is the plain one of its name, without label
 * smoothing and class weights: what they do to training is measured by what nobody smoothed or weighted.
 */
export function evaluate(
  layers: readonly Layer[],
  lossName: LossName,
  { inputs, targets }: Examples,
): Evaluation {
  const nSamples = targets.length;
  const nInputs = inputs.length / nSamples;
  const nOutputs = layers.at(-1)!.biases.length;
  const workspace = createWorkspace(layers, Math.min(chunkRows, nSamples));
  const outputs = zerosLike(layers[0]!.weights, nSamples * nOutputs);
  const active = layers.map(({ biases }) => new Uint8Array(biases.length));
  for (let start = 0; start < nSamples; start += chunkRows) {
    const nRows = Math.min(chunkRows, nSamples - start);
    const chunk = inputs.subarray(start * nInputs, (start + nRows) * nInputs);
    const result = forward(layers, workspace, chunk, nRows);
    outputs.set(result.subarray(0, nRows * nOutputs), start * nOutputs);
    for (const [l, units] of active.entries()) markActive(units, workspace.a[l]!, nRows);
  }
  const sampleLosses = zerosLike(outputs, nSamples);
  const arrays = { outputs, targets, sampleLosses, dOutputs: null };
  const { compute, predicts } = losses[lossName];
  const loss = compute(arrays, nSamples, nOutputs, plainLoss);
  return {
    loss,
    accuracy: predicts === 'class' ? countCorrect(outputs, targets, nSamples, nOutputs) / nSamples : null,
    sampleLosses,
    outputs,
    zeroFractions: active.map(units => units.filter(unit => unit === 0).length / units.length),
  };
}

/** Number of rows whose largest output is the target class. */
export function countCorrect(outputs: FloatArray, targets: Targets, nRows: number, nClasses: number): number {
  let correct = 0;
  for (let n = 0; n < nRows; n++) if (argMax(outputs, n * nClasses, nClasses) === targets[n]) correct++;
  return correct;
}

function markActive(units: Uint8Array, activations: FloatArray, nRows: number) {
  const n = nRows * units.length;
  for (let i = 0; i < n; i++) if (activations[i] !== 0) units[i % units.length] = 1;
}
