/** The recorded epochs as places of a slider. */
import type { RunSummary } from '../../src/protocol';
import { isLive } from '../runText';

/** What no choice of an epoch means: where a live run stands, the best epoch of one that has ended. */
export function ownEpoch({ status, lastEpoch, best }: RunSummary): number {
  return isLive(status) || !best ? lastEpoch : best.epoch;
}

/** Index of the epoch among those recorded, or of the latest one before it; 0 where there is none. */
export function placeOf(recorded: readonly number[], epoch: number): number {
  return Math.max(
    0,
    recorded.findLastIndex(each => each <= epoch),
  );
}

/** What is shown next while it plays; null where that was the last one. */
export function nextEpoch(recorded: readonly number[], epoch: number): number | null {
  return recorded.find(each => each > epoch) ?? null;
}
