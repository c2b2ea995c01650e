import Papa from 'papaparse';
import { expect, it } from 'vitest';
import type { Part, Preprocessing } from '../../../src/data/types';
import type { Predictions } from '../../../src/protocol';
import { csvOf } from '../../../src/worker/samplesCsv';
import { dataPath, projectPlatform, regression, table, train } from '../support';
import { inquirer } from './support';

const parse = (text: string) =>
  Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });

it('has how each sample came out, then its cells as they stand in the file', async () => {
  const platform = projectPlatform();
  await train(platform);
  const ask = inquirer(platform);
  const split = 'validation';
  const { rows, losses } = await ask('predictions', { split });
  const { text, nSamples } = await ask('samplesCsv', { split, indices: [3, 1] });
  const { data, meta } = parse(text);
  const own = ['row', 'line', 'true class', 'predicted class', 'p(true)', 'p(predicted)', 'loss', 'tags'];
  expect(meta.fields).toEqual([...own, 'x', 'y', 'sum', 'label']);
  expect(nSamples).toBe(2);
  for (const [i, index] of [3, 1].entries()) {
    const [x, y, sum, label] = table.split('\n')[rows[index]! + 1]!.split(',');
    expect(data[i]).toMatchObject({
      row: String(rows[index]),
      line: String(rows[index]! + 2),
      x,
      y,
      sum,
      label,
    });
    expect(data[i]!['true class']).toBe(label);
    expect(Number(data[i]!.loss)).toBeCloseTo(losses[index]!, 6);
    expect(-Math.log(Number(data[i]!['p(true)']))).toBeCloseTo(losses[index]!, 4);
  }
});

it('of a quantity has the residual in the units of the file', async () => {
  const platform = projectPlatform();
  await train(platform, { text: regression });
  const { text } = await inquirer(platform)('samplesCsv', { split: 'validation', indices: [0] });
  const [row] = parse(text).data as [Record<string, string>];
  expect(Number(row['true value'])).toBeCloseTo(Number(row.sum), 5);
  expect(Number(row.residual)).toBeCloseTo(Number(row['predicted value']) - Number(row['true value']), 5);
});

it('turns no cell into a formula, and no number into a text', async () => {
  const cells = ['=1+1', '+SUM(A1)', '-x', '@x', '-1.5', '+2e3', '-1,5', 'a=b', '- 1'];
  const platform = projectPlatform();
  const rows = table.split('\n');
  const noted = rows.slice(1).map((row, i) => `"${cells[i % cells.length]}",${row}`);
  platform.put(dataPath, [`note,${rows[0]}`, ...noted].join('\n'));
  await train(platform, { overrides: ['data.validation_fraction=0'] });
  const indices = cells.map((_, i) => i);
  const { text } = await inquirer(platform)('samplesCsv', { split: 'train', indices });
  expect(parse(text).data.map(row => row.note)).toEqual([
    ...["'=1+1", "'+SUM(A1)", "'-x", "'@x", '-1.5', '+2e3', '-1,5', 'a=b', "'- 1"],
  ]);
});

it('keeps its own columns apart from those of the data', async () => {
  const platform = projectPlatform();
  platform.put(dataPath, table.replace('sum', 'loss'));
  await train(platform);
  const { text } = await inquirer(platform)('samplesCsv', { split: 'validation', indices: [0] });
  expect(parse(text).meta.fields).toContain('loss (data)');
});

it('ends where it would become too large', () => {
  const nSamples = 100;
  const part = {
    table: {
      origin: { key: 'data.path', path: 'a.csv' },
      nRows: nSamples,
      columns: [{ kind: 'numeric', name: 'y', values: new Float32Array(nSamples), offset: 0, stride: 1 }],
    },
    rows: Uint32Array.from({ length: nSamples }, (_, i) => i),
  } as unknown as Part;
  const preprocessing = { features: [], target: { kind: 'numeric', name: 'y', shift: 0, scale: 1 } };
  const values = new Float32Array(nSamples);
  const predictions = {
    ...{ rows: part.rows, lines: null, losses: values, tags: new Uint8Array(nSamples), tagNames: [] },
    outcome: { kind: 'value', trueValue: values, predictedValue: values },
  };
  const write = (limit?: number) =>
    csvOf(
      part,
      preprocessing as unknown as Preprocessing,
      predictions as unknown as Predictions,
      [...values.keys()],
      limit,
    );
  expect(write().nSamples).toBe(nSamples);
  const { text, nSamples: nWritten } = write(300);
  expect(text.length).toBeLessThanOrEqual(300);
  expect(parse(text).data).toHaveLength(nWritten);
  expect(nWritten).toBeGreaterThan(5);
});
