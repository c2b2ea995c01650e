import type { Kernel } from '../engine/kernel';
import { availableKernels } from '../engine/kernels';
import type { TrainingState } from '../engine/trainingState';
import type { RunRecord } from '../runs/record';
import type { Prepared } from './prepare';
import { Rejection } from './rejection';

/**
 * The fastest kernel that can train the state. A run goes on with the one that it began with, because no other one
 * gives the same bits.
 */
export function kernelFor(
  earlier: RunRecord | null,
  state: TrainingState,
  { dataset, options }: Prepared,
): Kernel {
  const canTrain = (kernel: Kernel) =>
    kernel.canTrain(state, dataset.train, options.batchSize, options) &&
    (!earlier || kernel.name === earlier.engine.kernel);
  for (const kernel of availableKernels()) if (canTrain(kernel)) return kernel;
  throw new Rejection(
    'kernel-missing',
    `This run was trained with ${earlier?.engine.kernel}, which this machine does not have, and nothing else gives ` +
      'the same numbers. Resume it where it was trained, or train again.',
  );
}
