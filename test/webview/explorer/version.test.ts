import { expect, test } from 'vitest';
import type { RunSummary } from '../../../src/protocol';
import { versionOf } from '../../../webview/explorer/version';

const run = { status: 'stopped', lastEpoch: 4, best: { epoch: 3 }, lastStep: null } as RunSummary;

test('A run that goes on has other weights with every step.', () => {
  const live = { ...run, status: 'running' } as const;
  expect(versionOf({ ...live, lastStep: { step: 41, loss: 1 } }, null)).not.toBe(
    versionOf({ ...live, lastStep: { step: 42, loss: 1 } }, null),
  );
});

test('A recorded epoch stays as it is while the run goes on.', () => {
  const live = { ...run, status: 'running' } as const;
  expect(versionOf({ ...live, lastEpoch: 5 }, 2)).toBe(versionOf({ ...live, lastEpoch: 9 }, 2));
});

test('A run that went on unseen and was stopped again has other weights.', () => {
  const again: RunSummary = { ...run, lastEpoch: 9, best: { ...run.best!, epoch: 8 } };
  expect(versionOf(again, null)).not.toBe(versionOf(run, null));
});
