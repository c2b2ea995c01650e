import { describe, expect, it } from 'vitest';
import { type InspectParams, inspect } from '../../src/worker/inspect';
import type { MemoryPlatform } from '../helpers/memoryPlatform';
import { classification, dataPath, folder, projectPlatform, regression, table, train } from './support';

const params = (changed: Partial<InspectParams> = {}): InspectParams => ({
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
    const { worst, ...shown } = await inspect(platform, params());
    expect(shown).toMatchObject({
      ...{ epoch: summary.best!.epoch, nSamples: 5 },
      ...{ loss: summary.best!.valLoss, accuracy: summary.best!.valAccuracy },
    });
    const losses = worst.map(({ loss }) => loss);
    expect(losses).toEqual(losses.toSorted((a, b) => b - a));
    expect(losses.reduce((sum, loss) => sum + loss, 0) / 5).toBeCloseTo(summary.best!.valLoss!, 6);
  });

  it('shows samples as they stand in the file', async () => {
    const { worst } = await inspect(await trained(), params({ nWorst: 1 }));
    expect(worst).toHaveLength(1);
    const [{ row, line, cells, prediction }] = worst as [(typeof worst)[0]];
    const [x, y, , label] = table.split('\n')[row + 1]!.split(',');
    expect(line).toBe(row + 2);
    expect(Object.fromEntries(cells.map(({ name, text }) => [name, text]))).toEqual({ x, y });
    expect(prediction).toMatchObject({ kind: 'class', trueClass: label });
  });

  it('counts each true class in its row', async () => {
    const { confusion, nSamples } = await inspect(await trained(), params({ split: 'train' }));
    const labels = confusion.map(row => row.reduce((sum, count) => sum + count, 0));
    expect(labels.reduce((sum, count) => sum + count, 0)).toBe(nSamples);
    expect(nSamples).toBe(19);
  });

  it('of one output for two classes shows both classes', async () => {
    const platform = await trained({ text: `${classification}  loss: binary_cross_entropy\n` });
    const { confusion, worst, nSamples, loss } = await inspect(platform, params());
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
    const { worst, accuracy, confusion } = await inspect(platform, params());
    expect([accuracy, confusion]).toEqual([null, []]);
    for (const { row, prediction } of worst) {
      const sum = Number(table.split('\n')[row + 1]!.split(',')[2]);
      expect(prediction).toMatchObject({ kind: 'value', trueValue: expect.closeTo(sum, 5) });
    }
  });

  it('looks at another file with its own mapping', async () => {
    const platform = await trained();
    platform.put('/project/new.csv', 'label,y,x\nlow,0,0\nhigh,12,10\n');
    const shown = await inspect(platform, params({ dataPath: '/project/new.csv' }));
    expect(shown.nSamples).toBe(2);
    expect(shown.worst.map(({ line }) => line).sort()).toEqual([2, 3]);
  });

  it('looks at another file without the data that it was trained on', async () => {
    const platform = await trained();
    platform.put('/project/new.csv', 'label,y,x\nlow,0,0\nhigh,12,10\n');
    const look = () => inspect(platform, params({ dataPath: '/project/new.csv' }));
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
  const { worst, nSamples } = await inspect(platform, params());
  expect(worst.map(({ index }) => index).sort((a, b) => a - b)).toEqual([...Array(nSamples).keys()]);
  const lines = platform.text('/project/words.txt').split('\n');
  for (const { line, cells, prediction } of worst) {
    const [before, whole] = cells.map(cell => cell.text);
    const { trueClass } = prediction as { trueClass: string };
    expect(whole).toBe(lines[line! - 1]);
    expect(`··${whole}·`).toContain(before + trueClass.replace('boundary', '·'));
  }
});

describe('what cannot be looked at is refused in words', () => {
  it.each([
    ['changed', (platform: MemoryPlatform) => platform.put(dataPath, `${table}\n1,2,3,low`), /changed since/],
    ['is gone', (platform: MemoryPlatform) => platform.disk.delete(dataPath), /no file data\.csv/],
  ])('data that %s', async (_, spoil, words) => {
    const platform = await trained();
    spoil(platform);
    await expect(inspect(platform, params())).rejects.toThrow(words);
  });

  it('a part that the run does not have', async () => {
    const looking = inspect(await trained(), params({ split: 'test' }));
    await expect(looking).rejects.toThrow('This run has no test part.');
  });

  it('another file that is missing', async () => {
    const looking = inspect(await trained(), params({ dataPath: '/project/no.csv' }));
    await expect(looking).rejects.toMatchObject({ code: 'data-missing' });
  });

  it('damaged weights, by their name', async () => {
    const platform = await trained();
    const path = `${folder}/best.safetensors`;
    platform.put(path, platform.bytes(path).with(-1, 1));
    const looking = inspect(platform, params());
    await expect(looking).rejects.toMatchObject({ code: 'damaged-weights' });
    await expect(looking).rejects.toThrow(path);
  });
});
