import { describe, expect, it } from 'vitest';
import type { Inquiry, QuestionName, Questions, WeightEdit } from '../../../src/protocol';
import { Inspector } from '../../../src/worker/inspector';
import type { MemoryPlatform } from '../../helpers/memoryPlatform';
import { classification, folder, projectPlatform, regression, table, train } from '../support';

async function trained(text = classification, overrides: string[] = []) {
  const platform = projectPlatform();
  await train(platform, { text, overrides });
  return platform;
}

function ask<Q extends QuestionName>(
  platform: MemoryPlatform,
  question: Q,
  params: Questions[Q]['params'],
  edits: readonly WeightEdit[] = [],
) {
  const inquiry: Inquiry = { at: { runFolder: folder, epoch: null, edits }, question, params };
  const answer = new Inspector(platform).answer({ ...inquiry, live: null, allowedFolder: '/project' });
  return answer as Promise<Questions[Q]['result']>;
}

const shape = { columns: 12, rows: 10, unitSize: 6 };
const edit = { layer: 0, input: 0, output: 1, value: 30 };

describe('boundary', () => {
  it('spans the data with its names, and has a picture for every unit', async () => {
    const { axes, units, outputs } = await ask(await trained(), 'boundary', shape);
    expect(axes.map(({ name }) => name)).toEqual(['x', 'y']);
    // x is 0 … 10 and y 0 … 12 in the table, whatever the split.
    expect(axes[0]!.min).toBeLessThan(0);
    expect(axes[0]!.max).toBeGreaterThan(10);
    expect(axes[1]!.max).toBeGreaterThan(12);
    expect(units!.map(({ length }) => length / 36)).toEqual([2, 4, 2]);
    expect(outputs).toMatchObject({ kind: 'class' });
  });

  it('says of a point what is predicted of a sample that lies there', async () => {
    const platform = await trained();
    // A grid so fine that each sample lies within a hundredth of the middle of its cell.
    const { axes, columns, rows, outputs } = await ask(platform, 'boundary', {
      ...shape,
      columns: 200,
      rows: 200,
    });
    const { parts } = await ask(platform, 'points', null);
    const predictions = await ask(platform, 'predictions', { split: 'train' });
    if (outputs.kind !== 'class' || predictions.outcome.kind !== 'class')
      throw new Error('classes are expected');
    const [part] = parts as [(typeof parts)[0]];
    for (const [i, index] of part.indices.entries()) {
      const [column, row] = part.coordinates.map((values, f) => {
        const share = (values[i]! - axes[f]!.min) / (axes[f]!.max - axes[f]!.min);
        return Math.floor((f === 0 ? share : 1 - share) * (f === 0 ? columns : rows));
      }) as [number, number];
      const cell = row * columns + column;
      const p = predictions.outcome.probabilityOfPredicted[index]!;
      expect(outputs.probabilities![2 * cell + predictions.outcome.predictedClass[index]!]).toBeCloseTo(p, 1);
    }
  });

  it('follows a weight that is changed by hand', async () => {
    const platform = await trained();
    const before = await ask(platform, 'boundary', shape);
    const after = await ask(platform, 'boundary', shape, [edit]);
    expect(after.axes).toEqual(before.axes);
    expect(after.outputs).not.toEqual(before.outputs);
    // Of the first hidden layer, only unit 2 has another picture.
    const differs = [0, 1, 2, 3].map(unit => {
      const [a, b] = [before, after].map(({ units }) => units![1]!.slice(36 * unit, 36 * (unit + 1)));
      return a!.some((value, i) => value !== b![i]);
    });
    expect(differs).toEqual([false, true, false, false]);
    expect((await ask(platform, 'boundary', shape)).outputs).toEqual(before.outputs);
  });

  it('with one output for two classes has the probability that it speaks for', async () => {
    const platform = await trained(`${classification}  loss: binary_cross_entropy\n`);
    const { units, outputs } = await ask(platform, 'boundary', { columns: 6, rows: 6, unitSize: 6 });
    if (outputs.kind !== 'class') throw new Error('classes are expected');
    const ofLow = outputs.probabilities!.filter((_, i) => i % 2 === 1);
    // Another kernel may have computed the pictures of the units.
    expect(units!.at(-1)!.length).toBe(ofLow.length);
    for (const [i, p] of ofLow.entries()) expect(units!.at(-1)![i]).toBeCloseTo(p, 5);
    expect([...outputs.predicted]).toEqual([...ofLow].map(p => (p > 0.5 ? 1 : 0)));
  });

  it('of a quantity has values in the units of the file', async () => {
    const platform = await trained(regression, ['training.epochs=60', 'model.hidden_sizes=[]']);
    const { outputs, axes } = await ask(platform, 'boundary', { columns: 20, rows: 20, unitSize: 0 });
    if (outputs.kind !== 'value') throw new Error('values are expected');
    // sum = x + y, which a linear model learns.
    const [x, y] = axes.map(({ min, max }) => [min + (max - min) * 0.025, max - (max - min) * 0.025]);
    expect(outputs.values[0]).toBeCloseTo(x![0]! + y![1]!, 0);
    expect(outputs.values[19]).toBeCloseTo(x![1]! + y![1]!, 0);
    expect(outputs.values.at(-20)).toBeCloseTo(x![0]! + y![0]!, 0);
  });

  it('draws no units of a layer that has too many', async () => {
    const platform = await trained(classification, ['model.hidden_sizes=[17]']);
    const { units, outputs } = await ask(platform, 'boundary', shape);
    expect(units).toBeNull();
    expect(outputs.kind === 'class' && outputs.predicted.length).toBe(120);
  });

  it('is empty where the inputs are no plane', async () => {
    const platform = await trained(classification.replace('[x, y]', '[x, y, sum]'));
    expect(await ask(platform, 'boundary', shape)).toMatchObject({
      ...{ axes: [], columns: 0, rows: 0, units: null },
      outputs: { predicted: new Uint16Array() },
    });
    expect((await ask(platform, 'points', null)).parts).toEqual([]);
  });
});

describe('points', () => {
  it('lie where the file says, with the class that is predicted of them', async () => {
    const platform = await trained();
    const { parts } = await ask(platform, 'points', null);
    expect(parts.map(({ split, nSamples }) => [split, nSamples])).toEqual([
      ['train', 19],
      ['validation', 5],
    ]);
    const lines = table.split('\n');
    for (const { split, lines: numbers, indices, coordinates, actual, predicted } of parts) {
      const { outcome } = await ask(platform, 'predictions', { split });
      if (outcome.kind !== 'class') throw new Error('classes are expected');
      for (const [i, index] of indices.entries()) {
        const [x, y, , label] = lines[numbers![i]! - 1]!.split(',');
        expect([coordinates[0]![i], coordinates[1]![i]]).toEqual([Number(x), Number(y)]);
        expect(actual[i]).toBe(label === 'high' ? 0 : 1);
        expect(predicted[i]).toBe(outcome.predictedClass[index]);
      }
    }
  });

  it('are at most 2,000 of a part, from all of it', async () => {
    const platform = projectPlatform();
    const text = classification
      .replace('path: data.csv\n  target: label\n  features: [x, y]', 'generator: gauss\n  samples: 5000')
      .replace('epochs: 3', 'epochs: 1');
    await train(platform, { text });
    const { parts } = await ask(platform, 'points', null);
    expect(parts[0]).toMatchObject({ nSamples: 4000, lines: null });
    expect(parts[0]!.indices.slice(0, 3)).toEqual(Uint32Array.of(0, 2, 4));
    expect(parts.map(({ indices }) => indices.length)).toEqual([2000, 1000]);
  });
});

it('score is the one that the run recorded, and another one with a weight changed by hand', async () => {
  const platform = projectPlatform();
  const { summary } = await train(platform);
  const { best } = summary;
  const told = await ask(platform, 'score', null);
  expect(told).toMatchObject({
    epoch: best!.epoch,
    parts: [{ split: 'train' }, { split: 'validation', loss: best!.valLoss, accuracy: best!.valAccuracy }],
  });
  const edited = await ask(platform, 'score', null, [edit]);
  for (const [i, { loss }] of edited.parts.entries()) expect(loss).not.toBe(told.parts[i]!.loss);
});
