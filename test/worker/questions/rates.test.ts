import { expect, it } from 'vitest';
import { rocCurve } from '../../../src/engine/rocCurve';
import type { Subject } from '../../../src/worker/questions/question';
import { rates } from '../../../src/worker/questions/rates';
import { classification, projectPlatform, regression, train } from '../support';
import { inquirer } from './support';

const ofTrain = { split: 'train' } as const;
const binary = `${classification}  loss: binary_cross_entropy\n`;

it.each([
  ['a class an output', classification],
  ['one output for two classes', binary],
])('are told of a model with %s', async (_, text) => {
  const platform = projectPlatform();
  await train(platform, { text });
  const ask = inquirer(platform);
  const { outcome } = await ask('predictions', ofTrain);
  const { curves, calibrations, nSamples, nRanked } = await ask('rates', ofTrain);
  if (outcome.kind !== 'class') throw new Error('the model predicts classes');
  const { trueClass, predictedClass, probabilityOfTrue } = outcome;
  expect([nSamples, nRanked]).toEqual([trueClass.length, trueClass.length]);

  // Of two classes, the probability of the first is known from that of the true one.
  const first = Float64Array.from(probabilityOfTrue, (p, i) => (trueClass[i] === 0 ? p : 1 - p));
  const area = rocCurve(first, i => trueClass[i] === 0)!.area;
  expect(curves.map(curve => curve!.area)).toEqual([expect.closeTo(area, 9), expect.closeTo(area, 9)]);

  expect(calibrations.map(({ bins }) => bins.length)).toEqual([10, 15]);
  const correct = trueClass.filter((c, i) => c === predictedClass[i]).length;
  for (const { bins } of calibrations)
    expect(bins.reduce((sum, { count, accuracy }) => sum + count * (accuracy ?? 0), 0)).toBeCloseTo(correct);
});

it('are ranked by some of very many samples, evenly, and calibrated by all', async () => {
  const [nClasses, nSamples] = [50, 100_000];
  const classNames = Array.from({ length: nClasses }, (_, c) => `class ${c}`);
  const targets = Int32Array.from({ length: nSamples }, (_, i) => i % nClasses);
  const outputs = Float32Array.from({ length: nSamples * nClasses }, (_, i) => (i * 7919) % 101);
  // All that the question looks at.
  const subject = {
    ...{ epoch: 1, loss: 'cross_entropy' },
    preprocessing: { target: { kind: 'classes', classes: classNames } },
    part: async () => ({ targets }),
    evaluation: async () => ({ outputs }),
  } as unknown as Subject;
  const { nRanked, curves, calibrations } = await rates.answer(subject, ofTrain);
  expect(nRanked).toBe(50_000);
  // Of classes that take turns, every second sample would leave out half.
  expect(curves.filter(curve => curve === null)).toEqual([]);
  expect(calibrations[0]!.bins.reduce((sum, { count }) => sum + count, 0)).toBe(nSamples);
  expect(Math.max(...curves.map(curve => curve?.points.length ?? 0))).toBeLessThanOrEqual(2 * 256);
});

it('do not exist for quantities', async () => {
  const platform = projectPlatform();
  await train(platform, { text: regression });
  await expect(inquirer(platform)('rates', ofTrain)).rejects.toThrow(/Only a model of classes/);
});
