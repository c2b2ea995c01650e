import type { ResolvedConfiguration } from '../config/resolve';
import type { Network } from '../engine/network';
import { weightBytes } from '../runs/checkpoint';
import { checkpointEpochs } from '../runs/recordedEpochs';

/** How much of a run's course is recorded, so that long runs stay small. */
export interface RecordingPlan {
  /** Steps from one whose loss is recorded to the next. */
  readonly stepStride: number;
  /** Epochs whose weights are kept. */
  readonly checkpointEpochs: ReadonlySet<number>;
}

const maxStepLosses = 20_000;

export function planRecording(
  { training }: ResolvedConfiguration,
  network: Network,
  stepsPerEpoch: number,
): RecordingPlan {
  const { epochs, checkpoints_per_doubling } = training;
  return {
    stepStride: Math.ceil((epochs * stepsPerEpoch) / maxStepLosses),
    checkpointEpochs: new Set(checkpointEpochs(epochs, checkpoints_per_doubling, weightBytes(network))),
  };
}
