import { spreadOverDoublings } from '../engine/doublings';
import type { RunRecord } from './record';

/** What the checkpoints of a run may take on the disk, all together. */
export const maxCheckpointBytes = 256e6;

/**
 * The epochs whose weights are kept: the start (0), then `perDoubling` in each doubling. Where they would take more than
 * `maxBytes`, every other one is left out, as often as needed; with more epochs the schedule thus becomes a part of what
 * it was, and a run that goes on for longer has those that it had had from the start.
 * @param perDoubling     0 keeps none
 * @param checkpointBytes of one of them
 * @returns ascending
 */
export function checkpointEpochs(
  nEpochs: number,
  perDoubling: number,
  checkpointBytes: number,
  maxBytes = maxCheckpointBytes,
): number[] {
  // Half of one is still one: the powers of two.
  for (let density = perDoubling; density > 0.5; density /= 2) {
    const epochs = [0, ...spreadOverDoublings(nEpochs, density)];
    if (epochs.length * checkpointBytes <= maxBytes) return epochs;
  }
  return [];
}

/** Epochs whose weights a run folder holds, ascending: those of its checkpoints, the best, and the last that it finished with. */
export function recordedEpochs({ checkpoints, best, status, lastEpoch }: RunRecord): number[] {
  const epochs = new Set(checkpoints);
  if (best) epochs.add(best.epoch);
  // A run that was stopped may have ended within an epoch.
  if (status === 'finished') epochs.add(lastEpoch);
  return [...epochs].sort((a, b) => a - b);
}
