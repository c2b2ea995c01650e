import { chunkRows } from '../evaluate';
import type { Examples } from '../examples';
import type { Network } from '../network';
import { optimizers } from '../optimizers';
import type { StepOptions } from '../step';
import { Arena, type Region } from './arena';
import { type BatchPlan, planBatch } from './batch';
import { planCalls } from './callRecorder';
import { type GradientPlan, planGradients } from './gradients';
import { type NetworkPlan, planNetwork } from './network';
import { type LossPlan, planLoss } from './outputLoss';
import { roundUp } from './panels';
import { isSparse } from './sparsePlan';
import { planTableTraining, type TableTrainingPlan } from './tableTraining';
import { settingsLength } from './updates';

/** Every array of a training, and the memory that they need together. */
export interface TrainingPlan {
  readonly arena: Arena;
  readonly network: NetworkPlan;
  readonly gradients: readonly GradientPlan[];
  readonly tables: readonly TableTrainingPlan[];
  /** (rows, inputs of the first layer), as far apart as they: their gradient, where something is embedded. */
  readonly dx: Region | null;
  readonly batch: BatchPlan;
  readonly loss: LossPlan;
  readonly settings: Region;
  readonly calls: Region;
  /** Arrays that the optimizer keeps for each parameter. */
  readonly nSlots: number;
}

/** Samples that a kernel may take at once, though fewer are left. */
const rowsAtOnce = 4;

/** @param sparse whether the first layer leaves out what is 0; decided by the samples where it is not given */
export function planTraining(
  network: Network,
  train: Examples,
  batchSize: number,
  { optimizer }: StepOptions,
  sparse?: boolean,
): TrainingPlan {
  const arena = new Arena();
  const nRows = roundUp(Math.max(batchSize, Math.min(chunkRows, train.targets.length)), rowsAtOnce);
  const nSlots = optimizers[optimizer].slots.length;
  const plan = planNetwork(arena, network, nRows, sparse ?? isSparse(network, train, nRows));
  const batch = planBatch(arena, train, plan.input, nRows, true);
  return {
    ...{ arena, network: plan, batch, nSlots },
    gradients: planGradients(arena, plan.layers, nSlots),
    tables: planTableTraining(arena, plan.input, nRows, nSlots),
    dx: network.embeddings.length > 0 ? arena.reserve(batch.inputs.length) : null,
    loss: planLoss(arena, plan.layers.at(-1)!.shape.nColumns, nRows),
    settings: arena.reserve(settingsLength),
    calls: planCalls(arena, plan.layers.length, plan.input.tables.length),
  };
}
