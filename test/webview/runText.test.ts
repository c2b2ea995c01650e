import { describe, expect, test } from 'vitest';
import { progressText, runTitle, summaryText } from '../../webview/runText';
import { epoch, run } from './fixtures';

/** Narrow spaces read as plain ones. */
const plain = (text: string) => text.replaceAll('\u202f', ' ');

test('a run is named by its configuration', () => {
  expect(runTitle(run())).toBe('digits · run 7');
  expect(runTitle(run({ configurationFile: 'a.b.model.jsonc' }))).toBe('a.b · run 7');
});

describe('progress', () => {
  test.each([
    ['running', 'epoch 12 / 30 · 0:03 left'],
    ['paused', 'paused · epoch 12 / 30'],
    ['finished', 'finished · 12 epochs · 2.1 s'],
    ['stopped', 'stopped after epoch 12 / 30'],
    ['diverged', 'diverged after epoch 12 / 30'],
    ['interrupted', 'interrupted after epoch 12 / 30'],
  ] as const)('%s', (status, text) => expect(plain(progressText(run({ status })))).toBe(text));

  test('of a single epoch', () => {
    expect(plain(progressText(run({ status: 'finished', lastEpoch: 1 })))).toBe('finished · 1 epoch · 2.1 s');
  });

  test('of a paused run tells its latest step', () => {
    const lastStep = { step: 1541, loss: 0.4124 };
    expect(plain(progressText(run({ status: 'paused', lastStep })))).toBe(
      'paused · epoch 12 / 30 · step 1 541 · batch loss 0.412',
    );
    expect(plain(progressText(run({ lastStep })))).not.toContain('step');
  });

  test('before the first epoch', () => {
    expect(progressText(run({ lastEpoch: 0 }))).toBe('starting…');
    expect(progressText(run({ lastEpoch: 0, status: 'failed' }))).toBe('failed before the first epoch');
  });
});

describe('summary', () => {
  test('of a classification', () => {
    expect(plain(summaryText(run()))).toBe(
      'best epoch 9 of 12 · validation accuracy 93.4 % · loss 0.274 · 2.1 s · 2 410 parameters · plain TypeScript',
    );
  });

  test('of a regression without a validation part', () => {
    const best = epoch(9, { loss: 0.5, valLoss: null, valAccuracy: null, accuracy: null });
    expect(plain(summaryText(run({ best, task: 'regression', nParameters: 1 })))).toBe(
      'best epoch 9 of 12 · training loss 0.500 · 2.1 s · 1 parameter · plain TypeScript',
    );
  });

  test('before the first epoch', () => {
    expect(summaryText(run({ best: null }))).toMatch(/^no epoch yet · /);
  });
});
