import { expect, test } from 'vitest';
import { chartText } from '../../webview/charts/chartText';
import type { Curve } from '../../webview/charts/curve';
import { curveSet, extentOfSet, nearestEpoch } from '../../webview/charts/curves';
import { accuracy, loss } from '../../webview/charts/quantity';
import { epoch, run, view } from './fixtures';

const pointsOf = ({ x, y, length }: Curve) => Array.from({ length }, (_, i) => ({ x: x[i], y: y[i] }));
const textOf = (shown: Parameters<typeof chartText>[0], quantity: typeof loss) =>
  chartText(shown, { quantity, curves: curveSet(shown, quantity), compared: [] });

test('a value that does not exist is a gap', () => {
  const { train } = curveSet(view({ epochs: [epoch(1), epoch(2, { loss: null })] }), loss);
  expect(pointsOf(train)).toEqual([
    { x: 1, y: 1 },
    { x: 2, y: Number.NaN },
  ]);
});

test('gaps do not count for the axis', () => {
  const epochs = [epoch(1, { loss: 2, valLoss: null }), epoch(2, { loss: null, valLoss: 3 })];
  expect(extentOfSet(curveSet(view({ epochs }), loss))).toMatchObject({ lowest: 2, highest: 3 });
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
  expect(pointsOf(curveSet(view({ steps, epochs: [] }), loss).steps)).toEqual([
    { x: 1, y: 1 },
    { x: 60 / 45, y: Number.NaN },
  ]);
});

test('the reference is ln K, for the loss of a classification only', () => {
  expect(curveSet(view(), loss).references[0]).toMatchObject({ value: Math.log(10), label: 'ln 10 = 2.303' });
  expect(curveSet(view(), accuracy).references).toEqual([]);
  expect(curveSet(view({ run: run({ task: 'regression', classNames: [] }) }), loss).references).toEqual([]);
});

test('half a nat is marked as good, unless guessing is as good', () => {
  const valuesOf = (baseline: number) =>
    curveSet(view({ run: run({ baseline }) }), loss).references.map(({ value }) => value);
  expect(valuesOf(1.9)).toEqual([1.9, 0.5]);
  expect(valuesOf(0.4)).toEqual([0.4]);
});

test('the reference is the loss of the frequencies where classes are not equally frequent', () => {
  const referenceOf = (baseline: number) => curveSet(view({ run: run({ baseline }) }), loss).references[0];
  expect(referenceOf(2.29)).toMatchObject({ value: Math.log(10) });
  expect(referenceOf(1.9)).toMatchObject({ value: 1.9, label: 'frequencies: 1.900' });
});

test('a change stands where its step is', () => {
  const change = { key: 'learning_rate', from: 0.1, to: 0.05 };
  const adjustments = [90, 100].map(step => ({ step, ...change }));
  const shown = view({ run: run({ adjustments, best: null }) });
  const curves = curveSet(shown, accuracy);
  expect(curves.changes.map(({ epoch }) => epoch)).toEqual([2, 100 / 45]);
  expect(textOf(shown, accuracy)).toMatch(
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
  expect(textOf(shown, loss)).toBe(
    'loss of digits · run 7 over 2 epochs; epoch 2: train 0.500, validation 0.600; ' +
      'best epoch 9: train 0.111, validation 0.274; guessing evenly would give ln 10 = 2.303; below 0.5 is good.',
  );
  const empty = view({ epochs: [] });
  expect(textOf(empty, accuracy)).toBe('accuracy of digits · run 7: no epoch yet.');
});

test('where a curve has no finite value is told', () => {
  const epochs = [epoch(1), epoch(2, { loss: null, valLoss: null })];
  const shown = view({ epochs });
  expect(curveSet(shown, loss).broken?.epoch).toBe(2);
  expect(textOf(shown, loss)).toContain('; not finite in epoch 2');
  // A step before it is the exact place.
  const steps = [
    { step: 50, loss: 1 },
    { step: 63, loss: null },
  ];
  expect(curveSet(view({ epochs, steps }), loss).broken?.epoch).toBe(63 / 45);
  expect(curveSet(view(), loss).broken).toBeNull();
  expect(curveSet(view({ run: run({ status: 'diverged' }) }), loss).broken).toEqual({
    epoch: 2,
    text: 'diverged',
  });
});
