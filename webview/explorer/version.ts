import type { RunSummary } from '../../src/protocol';
import { isLive } from '../runText';

/**
 * Another one where the model that is looked at may be another one: a recorded epoch stays as it is, and the weights of a run
 * that goes on change with every step. One that has ended may have gone on meanwhile, in another program.
 */
export function versionOf({ status, lastEpoch, lastStep, best }: RunSummary, epoch: number | null): string {
  if (epoch !== null) return status;
  return isLive(status) ? `${lastEpoch} ${lastStep?.step ?? 0}` : `${status} ${lastEpoch} ${best?.epoch}`;
}
