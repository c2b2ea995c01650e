import type { RunSummary } from '../../src/protocol';
import { isLive } from '../runText';

/** What stands where weights and samples will be. */
export interface WaitingText {
  readonly text: string;
  readonly isFailure: boolean;
}

export function waitingText(run: RunSummary, failure: string | null): WaitingText {
  if (failure !== null) return { text: failure, isFailure: true };
  if (run.lastEpoch > 0) return { text: 'Reading weights and samples…', isFailure: false };
  return {
    text: isLive(run.status) ? 'Waiting for the first epoch…' : 'The run ended before its first epoch.',
    isFailure: false,
  };
}
