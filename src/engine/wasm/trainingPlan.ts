import { chunkRows } from '../evaluate';
import type { Examples } from '../examples';
import type { Network } from '../network';
import { optimizers } from '../optimizers';
import type { StepOptions } from '../step';
import { Arena, type Region } from './arena';
import { type BatchPlan, planBatch } from './batch';
import { type GradientPlan, planGradients } from './gradients';
import { type DenseLayer, planLayers } from './network';
import { type LossPlan, planLoss } from './outputLoss';
import { settingsLength } from './updates';

/** Every array of a training, and the memory that they need together. */
export interface TrainingPlan {
  readonly arena: Arena;
  readonly layers: readonly DenseLayer[];
  readonly gradients: readonly GradientPlan[];
  readonly batch: BatchPlan;
  readonly loss: LossPlan;
  readonly settings: Region;
  /** Arrays that the optimizer keeps for each parameter. */
  readonly nSlots: number;
}

export function planTraining(
  network: Network,
  train: Examples,
  batchSize: number,
  { optimizer }: StepOptions,
): TrainingPlan {
  const arena = new Arena();
  const nSamples = train.targets.length;
  const nRows = Math.max(batchSize, Math.min(chunkRows, nSamples));
  const nSlots = optimizers[optimizer].slots.length;
  const layers = planLayers(arena, network.layers, nRows);
  return {
    ...{ arena, layers, nSlots },
    gradients: planGradients(arena, layers, nSlots),
    batch: planBatch(arena, train, nRows, true),
    loss: planLoss(arena, layers.at(-1)!.shape.nColumns, nRows),
    settings: arena.reserve(settingsLength),
  };
}
