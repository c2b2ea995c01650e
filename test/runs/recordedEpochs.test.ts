import { describe, expect, it, test } from 'vitest';
import { checkpointEpochs, recordedEpochs } from '../../src/runs/recordedEpochs';
import { epochOf, recordOf } from './support';

describe('the epochs with a checkpoint', () => {
  it('are the start and so many in each doubling', () => {
    expect(checkpointEpochs(16, 4, 1000)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16]);
    expect(checkpointEpochs(1000, 4, 1000)).toHaveLength(36);
    expect(checkpointEpochs(16, 0, 1000)).toEqual([]);
  });

  it('are every other one, then fewer, then none, where they would take too much', () => {
    const byBudget = (maxBytes: number) => checkpointEpochs(16, 4, 10, maxBytes);
    expect(byBudget(130)).toHaveLength(13);
    expect(byBudget(129)).toEqual([0, 1, 2, 3, 4, 6, 8, 12, 16]);
    expect(byBudget(89)).toEqual([0, 1, 2, 4, 8, 16]);
    expect(byBudget(59)).toEqual([]);
  });

  it('never take more than 256 MB, and of a run that goes on they were kept from the start', () => {
    for (const perDoubling of [1, 3, 4, 5, 32]) {
      for (const bytes of [1e4, 5e6, 3e7, 3e8]) {
        let earlier: readonly number[] = checkpointEpochs(1, perDoubling, bytes);
        for (const nEpochs of [3, 30, 1000, 100_000]) {
          const epochs = checkpointEpochs(nEpochs, perDoubling, bytes);
          expect(epochs.length * bytes).toBeLessThanOrEqual(256e6);
          const isKnown = new Set(earlier);
          const before = epochs.filter(epoch => epoch <= (earlier.at(-1) ?? -1));
          expect(before.filter(epoch => !isKnown.has(epoch))).toEqual([]);
          earlier = epochs;
        }
      }
    }
  });
});

test('recorded are the checkpoints, the best epoch, and the last one of a run that finished', () => {
  const record = recordOf({ checkpoints: [0, 2, 10], best: epochOf(7), lastEpoch: 12 });
  expect(recordedEpochs(record)).toEqual([0, 2, 7, 10, 12]);
  expect(recordedEpochs({ ...record, status: 'stopped' })).toEqual([0, 2, 7, 10]);
  expect(recordedEpochs({ ...record, checkpoints: [7, 12] })).toEqual([7, 12]);
  expect(recordedEpochs({ ...record, status: 'running', best: null, checkpoints: [] })).toEqual([]);
});
