import { activations } from './activations';
import { type FloatArray, zerosLike } from './array';
import { denseBackward, denseForward } from './dense';
import type { Batch } from './examples';
import { type LossName, type LossSettings, losses } from './losses';
import type { Layer, Network } from './network';
import { backward, createWorkspace, forward, type LayerWorkspace, type Workspace } from './propagate';

/** What one sample makes of a layer, and what the loss makes of it on the way back. */
export interface LayerTrace {
  /** (inputs), what the weights are multiplied with; of the first layer without the categories. */
  readonly x: FloatArray;
  /** (units): W x + b, before normalization; `arrays.z` is what follows it, and the same where there is none. */
  readonly sums: FloatArray;
  /** (units), f′(z); empty where there is no activation. */
  readonly slopes: FloatArray;
  /** (units), d(loss)/da; of the last layer d(loss)/dz. */
  readonly da: FloatArray;
  /** (units), d(loss)/dz with z after normalization; d(loss)/d(sums) is `arrays.dz`. */
  readonly dz: FloatArray;
  /** With everything else that the reference has left there. */
  readonly arrays: LayerWorkspace;
}

export interface Trace {
  readonly layers: readonly LayerTrace[];
  readonly workspace: Workspace;
  /** (outputs), logits or the predicted value. */
  readonly outputs: FloatArray;
  readonly loss: number;
}

/**
 * One sample through the reference implementation, forward and backward, with every intermediate array kept.
 * Nothing is dropped out, and batch_norm takes its running figures, as where nobody trains: a batch of one sample has no
 * variance. The loss is what training descends with that batch of one.
 * @param batch of one sample, in the precision of the network
 */
export function traceSample(
  network: Network,
  lossName: LossName,
  settings: LossSettings,
  batch: Batch,
): Trace {
  const whole = { ...network, layers: network.layers.map(layer => ({ ...layer, dropout: 0 })) };
  const workspace = createWorkspace(whole, 1);
  const outputs = forward(whole, workspace, batch, 1, null);
  const arrays = {
    ...{ outputs, targets: batch.targets, sampleLosses: zerosLike(outputs, 1) },
    dOutputs: workspace.layers.at(-1)!.dz,
  };
  const loss = losses[lossName].compute(arrays, 1, outputs.length, settings);
  backward(whole, workspace, batch, 1, false);
  const layers: LayerTrace[] = [];
  for (let l = whole.layers.length - 1; l >= 0; l--)
    layers.unshift(traceLayer(whole.layers, workspace, batch, l));
  return { layers, workspace, outputs, loss };
}

/** What the passes overwrite in place is made once more, by the same functions. */
function traceLayer(layers: readonly Layer[], workspace: Workspace, batch: Batch, l: number): LayerTrace {
  const { input } = workspace;
  const layer = layers[l]!;
  const arrays = workspace.layers[l]!;
  const x = l === 0 ? input.inputs(batch, 1).x : workspace.layers[l - 1]!.a;
  let sums = arrays.z;
  if (layer.normalization) {
    sums = zerosLike(arrays.z);
    denseForward(sums, x, l === 0 ? input.dense : layer, 1);
    if (l === 0) input.addCategories(sums, batch, 1);
  }
  const above = layers[l + 1];
  if (!above) return { x, sums, slopes: zerosLike(sums, 0), da: arrays.dz, dz: arrays.dz, arrays };
  const da = zerosLike(sums);
  const { d, dz: dzAbove } = workspace.layers[l + 1]!;
  // The gradients of the weights come out as they are already.
  denseBackward(da, d, dzAbove, arrays.a, above, 1);
  const { derivative } = activations[layer.activation!];
  const slopes = arrays.z.map((z, i) => derivative(z, arrays.a[i]!));
  return { x, sums, slopes, da, dz: da.map((value, i) => value * slopes[i]!), arrays };
}
