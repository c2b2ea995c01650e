import { expect, test } from 'vitest';
import { chartText } from '../../webview/charts/chartText';
import { curveSet, finiteValues, nearestEpoch } from '../../webview/charts/curves';
import { accuracy, loss } from '../../webview/charts/quantity';
import { epoch, run, view } from './fixtures';

test('a value that does not exist is a gap', () => {
  const { train } = curveSet(view({ epochs: [epoch(1), epoch(2, { loss: null })] }), loss);
  expect(train).toEqual([
    { x: 1, y: 1 },
    { x: 2, y: Number.NaN },
  ]);
});

test('gaps do not count for the axis', () => {
  const epochs = [epoch(1, { loss: 2, valLoss: null }), epoch(2, { loss: null, valLoss: 3 })];
  expect(finiteValues(curveSet(view({ epochs }), loss))).toEqual([2, 3]);
});

test('there is no validation curve without a validation part', () => {
  const best = epoch(2, { valLoss: null, loss: 0.4 });
  const curves = curveSet(view({ run: run({ nValidation: 0, best }) }), loss);
  expect(curves.validation).toBeNull();
  expect(curves.best).toEqual({ epoch: 2, value: 0.4 });
});

test('steps stand where their epoch is, also before one has ended', () => {
  const steps = [
    { step: 45, loss: 1 },
    { step: 60, loss: null },
  ];
  expect(curveSet(view({ steps, epochs: [] }), loss).steps).toEqual([
    { x: 1, y: 1 },
    { x: 60 / 45, y: Number.NaN },
  ]);
});

test('the reference is ln K, for the loss of a classification only', () => {
  expect(curveSet(view(), loss).reference).toMatchObject({ value: Math.log(10), label: 'ln 10 = 2.303' });
  expect(curveSet(view(), accuracy).reference).toBeNull();
  expect(curveSet(view({ run: run({ task: 'regression', classNames: [] }) }), loss).reference).toBeNull();
});

test('the reference is the loss of the frequencies where classes are not equally frequent', () => {
  const referenceOf = (baseline: number) => curveSet(view({ run: run({ baseline }) }), loss).reference;
  expect(referenceOf(2.29)).toMatchObject({ value: Math.log(10) });
  expect(referenceOf(1.9)).toMatchObject({ value: 1.9, label: 'frequencies: 1.900' });
});

test('a change stands where its step is', () => {
  const change = { key: 'learning_rate', from: 0.1, to: 0.05 };
  const adjustments = [90, 100].map(step => ({ step, ...change }));
  const shown = view({ run: run({ adjustments, best: null }) });
  const curves = curveSet(shown, accuracy);
  expect(curves.changes).toEqual([2, 100 / 45]);
  expect(chartText(shown, accuracy, curves)).toMatch(
    /; learning_rate 0\.1 → 0\.05 after step 90; learning_rate 0\.1 → 0\.05 after step 100\.$/,
  );
});

test('the epoch nearest to the pointer', () => {
  const epochs = [1, 2, 5].map(n => epoch(n));
  const nearest = (x: number) => nearestEpoch(epochs, x)?.epoch;
  expect([-3, 1.4, 1.6, 3.4, 3.6, 99].map(nearest)).toEqual([1, 1, 2, 2, 5, 5]);
  expect(nearestEpoch([], 1)).toBeNull();
});

test('a chart says in words what it shows', () => {
  const shown = view();
  expect(chartText(shown, loss, curveSet(shown, loss))).toBe(
    'loss of digits · run 7 over 2 epochs; epoch 2: train 0.500, validation 0.600; ' +
      'best epoch 9: train 0.111, validation 0.274; guessing evenly would give ln 10 = 2.303.',
  );
  const empty = view({ epochs: [] });
  expect(chartText(empty, accuracy, curveSet(empty, accuracy))).toBe(
    'accuracy of digits · run 7: no epoch yet.',
  );
});
