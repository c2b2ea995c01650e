import type { Dataset } from '../../data/types';
import { norm } from '../../engine/array';
import { clipFactor } from '../../engine/clip';
import type { Network } from '../../engine/network';
import { type Optimizer, optimizers } from '../../engine/optimizers';
import { copyNetwork } from '../../engine/parameters';
import type { Workspace } from '../../engine/propagate';
import { learningRateAt } from '../../engine/schedules';
import type { TrainingOptions } from '../../engine/train';
import { emptySlots } from '../../engine/trainingState';
import { updatedParameters, updateParameters, usedGradient } from '../../engine/update';
import { applyAdjustments } from '../adjust';
import { optionsOf } from '../prepare';
import type { StoredRun } from '../storedRun';
import type { UpdateRule } from './pass';

/** What the run trained with in the last step before these weights; its schedule is in the learning rate already. */
export function optionsOfLastStep(
  { record, configuration, epoch }: Pick<StoredRun, 'record' | 'configuration' | 'epoch'>,
  dataset: Dataset,
): TrainingOptions {
  const options = optionsOf(configuration, dataset);
  const { stepsPerEpoch } = record;
  const step = Math.max(0, epoch * stepsPerEpoch - 1);
  applyAdjustments(
    options,
    record.adjustments.filter(change => change.step <= step),
  );
  return { ...options, learningRate: learningRateAt(step, stepsPerEpoch, options) };
}

/**
 * The network after one update of the optimizer, from an empty memory, with the gradients of a workspace, which it
 * overwrites as training does.
 */
export function networkAfter(network: Network, workspace: Workspace, options: TrainingOptions): Network {
  const next = copyNetwork(network);
  const parameters = updatedParameters(next, workspace, emptySlots(next, options.optimizer));
  updateParameters(parameters, options, options.learningRate, 1);
  return next;
}

/** @param workspace with the gradients as the backward pass leaves them */
export function ruleOf(network: Network, workspace: Workspace, options: TrainingOptions): UpdateRule {
  const { optimizer, learningRate, weightDecay, gradientClipNorm } = options;
  const parameters = updatedParameters(network, workspace, emptySlots(network, 'sgd'));
  const gradientNorm = Math.hypot(...parameters.map(parameter => norm(usedGradient(parameter))));
  const factor = gradientClipNorm > 0 ? clipFactor(gradientNorm, gradientClipNorm) : 1;
  const { decouplesWeightDecay = false }: Optimizer = optimizers[optimizer];
  return {
    ...{ optimizer, learningRate, weightDecay, decouplesWeightDecay, gradientNorm, clipFactor: factor },
    isPlain: optimizer === 'sgd' && weightDecay === 0 && factor === 1,
  };
}
