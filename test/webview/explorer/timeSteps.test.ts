import { expect, test } from 'vitest';
import { nextEpoch, ownEpoch, placeOf } from '../../../webview/explorer/timeSteps';
import { epoch, run } from '../fixtures';

const recorded = [0, 1, 2, 4, 8, 9];

test('a live run stands at its last epoch, one that has ended at its best', () => {
  expect(ownEpoch(run({ status: 'running', lastEpoch: 12, best: epoch(9) }))).toBe(12);
  expect(ownEpoch(run({ status: 'finished', lastEpoch: 12, best: epoch(9) }))).toBe(9);
  expect(ownEpoch(run({ status: 'failed', lastEpoch: 3, best: null }))).toBe(3);
});

test('an epoch that was not recorded lies at the one before it', () => {
  expect([0, 3, 4, 100].map(each => placeOf(recorded, each))).toEqual([0, 2, 3, 5]);
  expect(placeOf([], 3)).toBe(0);
});

test('playing goes from one recorded epoch to the next, until the last', () => {
  expect([0, 2, 3, 9].map(each => nextEpoch(recorded, each))).toEqual([1, 4, 4, null]);
});
