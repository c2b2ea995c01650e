import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DataAccess, Inspection, InspectParams } from '../../src/protocol';
import { inspect } from '../../src/worker/inspect';
import { openRun } from '../../src/worker/openRun';
import type { MemoryPlatform } from '../helpers/memoryPlatform';
import {
  classification,
  dataPath,
  folder,
  paramsOf,
  projectPlatform,
  regression,
  table,
  tickingClock,
  train,
} from './support';

afterEach(() => vi.restoreAllMocks());

const params = (changed: Partial<InspectParams> = {}): InspectParams & DataAccess => ({
  runFolder: folder,
  split: 'validation',
  dataPath: null,
  nWorst: 100,
  allowedFolder: '/project',
  ...changed,
});

async function trained(changed = {}): Promise<MemoryPlatform> {
  const platform = projectPlatform();
  await train(platform, changed);
  return platform;
}

describe('a stored run', () => {
  it('shows its best epoch, the worst samples first', async () => {
    const platform = await trained();
    const { summary } = await train(platform, { folder: '/project/other' });
    const { worst, ...shown } = await inspect(platform, params(), null);
    expect(shown).toMatchObject({
      ...{
        runFolder: '/project/run',
        epoch: summary.best!.epoch,
        split: 'validation',
        nSamples: 5,
        notice: null,
      },
      ...{ loss: summary.best!.valLoss, accuracy: summary.best!.valAccuracy, image: null },
    });
    const losses = worst.map(({ loss }) => loss);
    expect(losses).toEqual(losses.toSorted((a, b) => b - a));
    expect(losses.reduce((sum, loss) => sum + loss, 0) / 5).toBeCloseTo(summary.best!.valLoss!, 6);
  });

  it('shows samples as they stand in the file', async () => {
    const { worst } = await inspect(await trained(), params({ nWorst: 1 }), null);
    expect(worst).toHaveLength(1);
    const [{ row, line, cells, prediction }] = worst as [(typeof worst)[0]];
    const [x, y, , label] = table.split('\n')[row + 1]!.split(',');
    expect(line).toBe(row + 2);
    expect(Object.fromEntries(cells.map(({ name, text }) => [name, text]))).toEqual({ x, y });
    expect(prediction).toMatchObject({ kind: 'class', trueClass: label });
  });

  it('shows each layer with names for its rows and columns', async () => {
    const { layers } = await inspect(await trained(), params(), null);
    const units = ['unit 1', 'unit 2', 'unit 3', 'unit 4'];
    expect(layers).toMatchObject([
      { name: 'hidden 1', activation: 'relu', inputNames: ['x', 'y'], outputNames: units },
      { name: 'output', activation: 'softmax', inputNames: units, outputNames: ['high', 'low'] },
    ]);
  });

  it('shows tables of embeddings by category, and the first weights in the order of their rows', async () => {
    const platform = projectPlatform();
    const rows = table.split('\n').map((line, i) => `${['p', 'q', 'r'][i % 3]},${line}`);
    platform.put(dataPath, ['place,x,y,sum,label', ...rows.slice(1)].join('\n'));
    const text = classification.replace('[x, y]', '[place, x]\n  embedding_dim: 2');
    await train(platform, { text, overrides: ['data.categorical=embedding'] });
    const { tables, layers } = await inspect(platform, params(), null);
    expect(tables).toMatchObject([
      { name: 'embedding of place', inputNames: ['p', 'q', 'r'], outputNames: ['place[0]', 'place[1]'] },
    ]);
    expect(layers).toMatchObject([
      { name: 'hidden 1', inputNames: ['x', 'place[0]', 'place[1]'] },
      { name: 'output' },
    ]);
    expect([...tables, ...layers].map(({ weights, biases }) => [weights.length, biases.length])).toEqual([
      [6, 0],
      [12, 4],
      [8, 2],
    ]);
  });

  it('counts each true class in its row', async () => {
    const { confusion, nSamples } = await inspect(await trained(), params({ split: 'train' }), null);
    const labels = confusion.map(row => row.reduce((sum, count) => sum + count, 0));
    expect(labels.reduce((sum, count) => sum + count, 0)).toBe(nSamples);
    expect(nSamples).toBe(19);
  });

  it('of one output for two classes shows both classes', async () => {
    const platform = await trained({ text: `${classification}  loss: binary_cross_entropy\n` });
    const { layers, confusion, worst, nSamples, loss } = await inspect(platform, params(), null);
    expect(layers.at(-1)).toMatchObject({ activation: 'sigmoid', outputNames: ['low'] });
    expect(layers.at(-1)!.weights).toHaveLength(4);
    const classes = ['high', 'low'];
    const pairs = worst.map(
      ({ prediction }) =>
        prediction.kind === 'class' && [prediction.trueClass, prediction.predictedClass].join(),
    );
    const count = (pair: string) => pairs.filter(other => other === pair).length;
    expect(confusion).toEqual(
      classes.map(label => classes.map(predicted => count([label, predicted].join()))),
    );
    expect(worst).toHaveLength(nSamples);
    for (const { prediction, loss: nll } of worst) {
      if (prediction.kind !== 'class') throw new Error('a class is expected');
      const { probabilities, trueClass, predictedClass, probabilityOfTrue, probabilityOfPredicted } =
        prediction;
      expect(-Math.log(probabilityOfTrue)).toBeCloseTo(nll, 5);
      expect(probabilityOfTrue).toBe(probabilities[trueClass === 'low' ? 1 : 0]);
      expect(probabilityOfPredicted).toBe(Math.max(...probabilities));
      expect(predictedClass).toBe(probabilities[1]! > 0.5 ? 'low' : 'high');
      expect(probabilities[0]! + probabilities[1]!).toBeCloseTo(1, 6);
    }
    expect(worst.reduce((sum, sample) => sum + sample.loss, 0) / nSamples).toBeCloseTo(loss!, 6);
  });

  it('of a quantity shows values in the units of the file', async () => {
    const platform = await trained({ text: regression });
    const { worst, accuracy, confusion, layers } = await inspect(platform, params(), null);
    expect([accuracy, confusion, layers.at(-1)!.activation]).toEqual([null, [], 'linear']);
    for (const { row, prediction } of worst) {
      const sum = Number(table.split('\n')[row + 1]!.split(',')[2]);
      expect(prediction).toMatchObject({ kind: 'value', trueValue: expect.closeTo(sum, 5) });
    }
  });

  it('looks at another file with its own mapping', async () => {
    const platform = await trained();
    platform.put('/project/new.csv', 'label,y,x\nlow,0,0\nhigh,12,10\n');
    const shown = await inspect(platform, params({ dataPath: '/project/new.csv' }), null);
    expect(shown.nSamples).toBe(2);
    expect(shown.worst.map(({ line }) => line).sort()).toEqual([2, 3]);
  });

  it('looks at another file without the data that it was trained on', async () => {
    const platform = await trained();
    platform.put('/project/new.csv', 'label,y,x\nlow,0,0\nhigh,12,10\n');
    const look = () => inspect(platform, params({ dataPath: '/project/new.csv' }), null);
    const before = await look();
    platform.disk.delete(dataPath);
    expect(await look()).toEqual(before);
  });
});

it('of texts shows the characters before, and the line of the text', async () => {
  const platform = projectPlatform();
  platform.put('/project/words.txt', ['ab', 'abb', '', 'ba', 'baa', 'aab', 'bba'].join('\n'));
  const text =
    'data: {path: words.txt, text: {context: 2}, validation_fraction: 0.4}\ntraining: {epochs: 1}\n';
  const { summary } = await train(platform, { text });
  expect(summary.classNames).toEqual(['boundary', 'a', 'b']);
  const { worst, tables, layers, nSamples } = await inspect(platform, params(), null);
  const names = [...tables, ...layers].map(({ name }) => name);
  expect(names).toEqual(['embedding of characters', 'hidden 1', 'output']);
  expect(worst.map(({ index }) => index).sort((a, b) => a - b)).toEqual([...Array(nSamples).keys()]);
  const lines = platform.text('/project/words.txt').split('\n');
  for (const { line, cells, prediction } of worst) {
    const [before, whole] = cells.map(cell => cell.text);
    const { trueClass } = prediction as { trueClass: string };
    expect(whole).toBe(lines[line! - 1]);
    expect(`··${whole}·`).toContain(before + trueClass.replace('boundary', '·'));
  }
});

describe('without its data', () => {
  it.each([
    ['changed', (platform: MemoryPlatform) => platform.put(dataPath, `${table}\n1,2,3,low`), /changed since/],
    ['is gone', (platform: MemoryPlatform) => platform.disk.delete(dataPath), /no file data\.csv/],
  ])('which %s, the weights are there, with a notice', async (_, spoil, notice) => {
    const platform = await trained();
    const { layers } = await inspect(platform, params(), null);
    spoil(platform);
    const shown = await inspect(platform, params(), null);
    expect(shown).toMatchObject({ layers, worst: [], nSamples: 0, loss: null });
    expect(shown.notice).toMatch(notice);
  });

  it('for a part that the run does not have, there is a notice as well', async () => {
    const shown = await inspect(await trained(), params({ split: 'test' }), null);
    expect(shown.notice).toBe('This run has no test part.');
  });

  it('another file that is missing is an error', async () => {
    const looking = inspect(await trained(), params({ dataPath: '/project/no.csv' }), null);
    await expect(looking).rejects.toMatchObject({ code: 'data-missing' });
  });

  it('damaged weights are named, and nothing is shown in their place', async () => {
    const platform = await trained();
    const path = `${folder}/best.safetensors`;
    platform.put(path, platform.bytes(path).with(-1, 1));
    const looking = inspect(platform, params(), null);
    await expect(looking).rejects.toMatchObject({ code: 'damaged-weights' });
    await expect(looking).rejects.toThrow(path);
  });
});

describe('a live run', () => {
  // 5 steps and the end of the epoch are 6 events, each a slice of its own.
  it.each([
    ['at its start', 2, 0],
    ['in mid-epoch', 9, 1],
    ['at the end of an epoch', 12, 2],
  ])('%s shows the epoch that it names, as it was recorded', async (_, at, epoch) => {
    tickingClock(10);
    const platform = projectPlatform();
    let looking: Promise<Inspection> | undefined;
    const { events } = await train(platform, {}, (session, n) => {
      if (n === at) looking = inspect(platform, params(), session.run);
    });
    const shown = await looking!;
    expect(shown).toMatchObject({ epoch, nSamples: 5, notice: null });
    if (epoch === 0) return;
    const recorded = events.flatMap(({ epochs }) => epochs).find(metrics => metrics.epoch === epoch)!;
    expect(shown).toMatchObject({ loss: recorded.valLoss, accuracy: recorded.valAccuracy });
  });

  it('shows every epoch that it has recorded so far, saved or not', async () => {
    tickingClock(10);
    const platform = projectPlatform();
    const looking: Promise<Inspection>[] = [];
    const expected: number[] = [];
    const { events } = await train(platform, { overrides: ['training.epochs=8'] }, session => {
      const { recorder } = session.run!;
      for (const epoch of [recorder.summary.lastEpoch, ...recorder.summary.recordedEpochs]) {
        expected.push(epoch);
        looking.push(inspect(platform, params({ epoch }), session.run));
      }
    });
    const shown = await Promise.all(looking);
    expect(shown.map(({ epoch }) => epoch)).toEqual(expected);
    expect(new Set(expected).size).toBeGreaterThan(6);
    const recorded = new Map(events.flatMap(({ epochs }) => epochs).map(metrics => [metrics.epoch, metrics]));
    for (const { epoch, loss } of shown) if (epoch > 0) expect(loss).toBe(recorded.get(epoch)!.valLoss);
  });

  it('that goes on in mid-epoch shows its best epoch until it has ended one', async () => {
    tickingClock(10);
    const platform = projectPlatform();
    await train(platform, {}, (session, n) => n === 8 && session.stop());
    const stored = await inspect(platform, params(), null);
    const shown: Promise<Inspection>[] = [];
    await train(platform, { resume: true }, session => {
      shown.push(inspect(platform, params(), session.run));
    });
    expect(stored.epoch).toBe(1);
    expect(await shown[0]).toEqual(stored);
    // The last look is before the last epoch ends, and with it the run.
    expect((await shown.at(-1)!).epoch).toBe(2);
  });

  it('does not hide another, stored one', async () => {
    const platform = await trained();
    const live = await openRun(platform, paramsOf({ folder: '/project/live' }), () => {});
    expect((await inspect(platform, params(), live)).runFolder).toBe('/project/run');
  });
});
