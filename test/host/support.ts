import type { ProgressEvent, RunStatus, RunSummary } from '../../src/protocol';
import { summarise } from '../../src/runs/runFolder';
import { MemoryPlatform } from '../helpers/memoryPlatform';
import { epochOf, recordOf } from '../runs/support';

export const summaryOf = (status: RunStatus): RunSummary =>
  summarise(new MemoryPlatform(), recordOf({ status }), '/project/.descent/runs/a');

/** What the trainer tells after some epochs. */
export const progressOf = (status: RunStatus, ...epochs: number[]): ProgressEvent => ({
  type: 'progress',
  run: summaryOf(status),
  epochs: epochs.map(epoch => epochOf(epoch)),
  steps: [],
});
